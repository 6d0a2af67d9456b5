package io.zonewright.zone.compile;

import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes record sets the way tests read best: {@code recordSet("web", 3).a("www", "192.0.2.1")} is
 * DnsRecordSet default/web, created in second 3, of DnsZone contoso of its namespace.
 */
record RecordSets(
    Age age, String zone, long generation, @Nullable Integer ttl, @Nullable LastGood lastGood) {

  static RecordSets recordSet(String resource, int second) {
    return recordSet("default", resource, second);
  }

  static RecordSets recordSet(String namespace, String resource, int second) {
    Age age = new Age(Instant.ofEpochSecond(second), new SourceId(namespace, resource));
    return new RecordSets(age, Zones.CONTOSO.name(), 1, null, null);
  }

  RecordSets in(String other) {
    return new RecordSets(age, other, generation, ttl, lastGood);
  }

  RecordSets generation(long number) {
    return new RecordSets(age, zone, number, ttl, lastGood);
  }

  RecordSets ttl(int seconds) {
    return new RecordSets(age, zone, generation, seconds, lastGood);
  }

  RecordSets lastGood(LastGood good) {
    return new RecordSets(age, zone, generation, ttl, good);
  }

  RecordSetInput a(String name, String... addresses) {
    return of(name, "A", new RecordData.Addresses(List.of(addresses)));
  }

  RecordSetInput aaaa(String name, String... addresses) {
    return of(name, "AAAA", new RecordData.Addresses(List.of(addresses)));
  }

  RecordSetInput dual(String name, String... addresses) {
    return of(name, "A+AAAA", new RecordData.Addresses(List.of(addresses)));
  }

  RecordSetInput txt(String name, String text) {
    return of(name, "TXT", new RecordData.Txt(List.of(text)));
  }

  RecordSetInput cname(String name, String target) {
    return of(name, "CNAME", new RecordData.Cname(target));
  }

  RecordSetInput ns(String name, String... targets) {
    return of(name, "NS", new RecordData.Ns(List.of(targets)));
  }

  RecordSetInput dname(String name, String target) {
    return of(name, "DNAME", new RecordData.Rdata(List.of(target)));
  }

  RecordSetInput ds(String name) {
    String digest = "0123456789abcdef".repeat(4);
    return of(name, "DS", new RecordData.Rdata(List.of("12345 13 2 " + digest)));
  }

  /** A description that no compiler accepts. */
  RecordSetInput broken(String name) {
    return a(name, "not-an-address");
  }

  RecordSetInput of(String name, String type, RecordData data) {
    RecordSetSource source = new RecordSetSource(age, generation, zone, name, type, ttl, data);
    return new RecordSetInput(source, lastGood);
  }
}
