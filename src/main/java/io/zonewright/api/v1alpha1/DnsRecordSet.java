package io.zonewright.api.v1alpha1;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** The records of one type at one owner name of a zone; or its addresses of both families. */
@Group("zonewright.io")
@Version("v1alpha1")
@Kind("DnsRecordSet")
@Plural("dnsrecordsets")
@Singular("dnsrecordset")
@ShortNames("dnsrs")
public class DnsRecordSet extends ZonewrightResource<DnsRecordSetSpec, DnsRecordSetStatus> {}
