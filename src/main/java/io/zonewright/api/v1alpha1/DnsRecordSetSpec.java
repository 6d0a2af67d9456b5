package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a record set. Exactly one of the fields from {@code addresses} to {@code
 * rdata} is set; the others are null.
 *
 * @param zoneRef the zone it belongs to
 * @param name the owner name relative to the zone, {@code @} for the apex
 * @param type a mnemonic, {@code TYPEnnn}, or {@code A+AAAA}
 * @param ttl seconds; null for the default of the zone
 * @param addresses IPv4 and IPv6 addresses, for the types A, AAAA and A+AAAA
 * @param cname the target of a CNAME, absolute
 * @param ns name servers of a delegation, absolute
 * @param ptr names, absolute
 * @param mx mail exchanges
 * @param txt texts, neither quoted nor split
 * @param srv service locations
 * @param caa certification authority authorizations
 * @param svcb service bindings, for the types SVCB and HTTPS
 * @param tlsa TLS certificate associations
 * @param rdata presentation form of any type, names within it absolute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DnsRecordSetSpec(
    ZoneRef zoneRef,
    String name,
    @JsonDeserialize(using = SharedText.class) String type,
    @Nullable Integer ttl,
    @Nullable List<String> addresses,
    @Nullable String cname,
    @Nullable List<String> ns,
    @Nullable List<String> ptr,
    @Nullable List<MxEntry> mx,
    @Nullable List<String> txt,
    @Nullable List<SrvEntry> srv,
    @Nullable List<CaaEntry> caa,
    @Nullable List<SvcbEntry> svcb,
    @Nullable List<TlsaEntry> tlsa,
    @Nullable List<String> rdata) {

  /** Copies the lists; missing required fields read as empty, which no record set may be. */
  public DnsRecordSetSpec {
    zoneRef = requireNonNullElse(zoneRef, new ZoneRef(""));
    name = requireNonNullElse(name, "");
    type = requireNonNullElse(type, "");
    addresses = copy(addresses);
    ns = copy(ns);
    ptr = copy(ptr);
    mx = copy(mx);
    txt = copy(txt);
    srv = copy(srv);
    caa = copy(caa);
    svcb = copy(svcb);
    tlsa = copy(tlsa);
    rdata = copy(rdata);
  }

  private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }
}
