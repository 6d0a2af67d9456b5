package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneNode;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A compiler with its catalog, and short questions to both. */
final class World {
  final ZoneCatalog catalog = new ZoneCatalog();
  final CatalogCompiler compiler;

  World() {
    this(new Inventory());
  }

  World(Inventory inventory) {
    this.compiler = new CatalogCompiler(catalog, inventory);
  }

  /** A world in which contoso.com is served. */
  static World withContoso() {
    World world = new World();
    world.put(Zones.contoso());
    return world;
  }

  Changes load(List<ZoneInput> zones, List<RecordSetInput> recordSets) {
    return compiler.load(zones, recordSets);
  }

  Changes put(ZoneInput zone) {
    return compiler.putZone(zone);
  }

  Changes put(RecordSetInput recordSet) {
    return compiler.putRecordSet(recordSet);
  }

  World with(RecordSetInput... recordSets) {
    for (RecordSetInput recordSet : recordSets) {
      put(recordSet);
    }
    return this;
  }

  Changes remove(String recordSet) {
    return compiler.removeRecordSet(new SourceId("default", recordSet));
  }

  RecordSetVerdict verdict(String recordSet) {
    return verdict(new SourceId("default", recordSet));
  }

  RecordSetVerdict verdict(SourceId recordSet) {
    RecordSetVerdict verdict = compiler.recordSet(recordSet);
    return Objects.requireNonNull(verdict, () -> "no verdict of " + recordSet);
  }

  /** What is served for a record set that has something served. */
  CompiledRecordSet serving(String recordSet) {
    CompiledRecordSet serving = verdict(recordSet).serving();
    return Objects.requireNonNull(serving, () -> "nothing is served for " + recordSet);
  }

  /** The reason why the current generation is not served, or null if it is. */
  @Nullable Reason reason(String recordSet) {
    List<Finding> findings = verdict(recordSet).findings();
    return findings.isEmpty() ? null : findings.getFirst().reason();
  }

  /** All reasons why the current generation is not served. */
  List<Reason> reasons(String recordSet) {
    return verdict(recordSet).findings().stream().map(Finding::reason).toList();
  }

  String message(String recordSet) {
    return verdict(recordSet).findings().getFirst().message();
  }

  ZoneVerdict zoneVerdict(SourceId zone) {
    ZoneVerdict verdict = compiler.zone(zone);
    return Objects.requireNonNull(verdict, () -> "no verdict of " + zone);
  }

  Zone zone() {
    return zone("contoso.com");
  }

  Zone zone(String apex) {
    return Objects.requireNonNull(entry(apex).zone(), () -> apex + " is not available");
  }

  Catalog.Entry entry(String apex) {
    Catalog.Entry entry = catalog.current().find(DomainName.parse(apex));
    return Objects.requireNonNull(entry, () -> apex + " is not in the catalog");
  }

  boolean serves(String apex) {
    return catalog.current().find(DomainName.parse(apex)) != null;
  }

  Serial serial() {
    return zone().serial();
  }

  /** The types served at a name of contoso.com. */
  List<String> typesAt(String name) {
    ZoneNode node = zone().find(owner(name));
    List<String> types = new ArrayList<>();
    for (int i = 0; node != null && i < node.rrsetCount(); i++) {
      types.add(RRType.mnemonic(node.rrset(i).type()));
    }
    return types;
  }

  /** The addresses served at a name of contoso.com, IPv4 first. */
  List<String> addressesAt(String name) {
    List<String> addresses = new ArrayList<>();
    for (int type : new int[] {RRType.A, RRType.AAAA}) {
      RRset rrset = rrset(name, type);
      if (rrset != null) {
        rrset.rdata().forEach(rdata -> addresses.add(address(rdata)));
      }
    }
    return addresses;
  }

  @Nullable RRset rrset(String name, int type) {
    ZoneNode node = zone().find(owner(name));
    return node == null ? null : node.find(type);
  }

  private static DomainName owner(String name) {
    return DomainName.parse(name.equals("@") ? "contoso.com" : name + ".contoso.com");
  }

  private static String address(byte[] rdata) {
    try {
      return InetAddress.getByAddress(rdata).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
