package io.zonewright.api.v1alpha1;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A zone that this name server is authoritative for. */
@Group("zonewright.io")
@Version("v1alpha1")
@Kind("DnsZone")
@Plural("dnszones")
@Singular("dnszone")
@ShortNames("dnsz")
public class DnsZone extends ZonewrightResource<DnsZoneSpec, DnsZoneStatus> {}
