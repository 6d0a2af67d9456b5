package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code DnsZone.spec.nameServers}: the NS RRset of the apex, and addresses inside the zone.
 */
final class NameServersReader {
  private static final String FIELD = "spec.nameServers";
  private static final int MAX = 13;
  private static final int MAX_ADDRESSES = 16;

  private final @Nullable DomainName apex;
  private final int ttl;
  private final Findings findings;
  private final List<DomainName> names = new ArrayList<>();
  private final List<CompiledZone.NameServerAddresses> addresses = new ArrayList<>();

  /** Reads for the zone of the given apex; null if its name is not valid. */
  NameServersReader(@Nullable DomainName apex, int ttl, Findings findings) {
    this.apex = apex;
    this.ttl = ttl;
    this.findings = findings;
  }

  void read(List<ZoneSource.NameServer> servers) {
    findings.listSize(FIELD, servers, MAX);
    findings.distinct(FIELD, servers.stream().map(ZoneSource.NameServer::name).toList());
    for (int i = 0; i < servers.size(); i++) {
      read(FIELD + "[" + i + "]", servers.get(i));
    }
  }

  private void read(String where, ZoneSource.NameServer server) {
    DomainName name = HostNameRule.read(where + ".name", server.name(), findings);
    List<TypedRdata> records = addresses(where + ".addresses", server.addresses());
    if (name == null) {
      return;
    }
    names.add(name);
    if (apex != null && !records.isEmpty()) {
      place(where + ".addresses", name, records, apex);
    }
  }

  private List<TypedRdata> addresses(String where, List<String> texts) {
    List<TypedRdata> records = new ArrayList<>();
    if (texts.size() > MAX_ADDRESSES) {
      findings.listSize(where, texts, MAX_ADDRESSES);
    }
    findings.distinct(where, texts);
    AddressesReader reader =
        new AddressesReader(where, RecordTypeRule.DUAL_STACK, findings, records);
    reader.readAll(texts);
    return records;
  }

  private void place(String where, DomainName name, List<TypedRdata> records, DomainName zone) {
    if (name.isAtOrBelow(zone)) {
      addresses.add(new CompiledZone.NameServerAddresses(name, rrsets(records)));
    } else {
      findings.invalid(
          where, "glue for a name outside the zone is never served; leave addresses out");
    }
  }

  private List<RRset> rrsets(List<TypedRdata> records) {
    Map<Integer, List<Rdata>> byType = new TreeMap<>();
    for (TypedRdata each : records) {
      byType.computeIfAbsent(each.type(), _ -> new ArrayList<>()).add(each.rdata());
    }
    List<RRset> rrsets = new ArrayList<>();
    byType.forEach((type, rdata) -> rrsets.add(rrset(type, rdata)));
    return rrsets;
  }

  private RRset rrset(int type, List<Rdata> records) {
    List<Rdata> distinct = Rdata.distinct(type, records);
    return RRset.of(type, ttl, distinct.stream().map(Rdata::toWire).toList());
  }

  /** The first name server, or null if there is none that can be read. */
  @Nullable DomainName first() {
    return names.isEmpty() ? null : names.getFirst();
  }

  /** The NS RRset; only if there were no findings. */
  RRset apexNs() {
    return rrset(
        RRType.NS, names.stream().map(name -> new RdataBuilder().name(name).build()).toList());
  }

  List<CompiledZone.NameServerAddresses> addresses() {
    return addresses;
  }
}
