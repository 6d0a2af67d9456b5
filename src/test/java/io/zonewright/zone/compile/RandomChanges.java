package io.zonewright.zone.compile;

import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.util.List;
import java.util.Random;

/** Descriptions at random over so few names, types and ages that they are in each other's way. */
final class RandomChanges {
  private static final List<String> NAMES =
      List.of("@", "a", "a", "b.a", "b.a", "c.b.a", "d.c.b.a", "e", "*.e", "ns1");
  private static final List<String> TYPES =
      List.of("A", "A", "AAAA", "A+AAAA", "TXT", "CNAME", "NS", "NS", "DNAME", "DS", "BROKEN");
  private static final List<SourceId> ZONES =
      List.of(
          Zones.CONTOSO,
          Zones.CONTOSO,
          Zones.CONTOSO,
          new SourceId("default", "copy"),
          new SourceId("default", "sub"),
          new SourceId("team", "deep"),
          new SourceId("team", "rival"));
  private static final List<String> TARGETS =
      List.of("ns.example.", "b.a.contoso.com.", "c.b.a.contoso.com.", "d.c.b.a.contoso.com.");
  private static final int RECORD_SETS = 24;
  private static final int SECONDS = 6;

  private final Random random;

  RandomChanges(long seed) {
    this.random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  SourceId zoneId() {
    return oneOf(ZONES);
  }

  SourceId recordSetId() {
    int number = random.nextInt(RECORD_SETS);
    return new SourceId(number % 8 == 0 ? "team" : "default", "r" + number);
  }

  int second() {
    return random.nextInt(SECONDS);
  }

  int serial() {
    return 1 + random.nextInt(1000);
  }

  ZoneInput zone(Age age, long generation) {
    Zones zone =
        Zones.zone(age.id().namespace(), age.id().name(), (int) age.created().getEpochSecond())
            .generation(generation)
            .defaultTtl(chance(50) ? 60 : 3600)
            .siblingAddresses(chance(50));
    String apex = apex(age.id().name());
    if (chance(20)) {
      return zone.broken(apex);
    }
    return chance(50)
        ? zone.nameServer(oneOf(List.of("ns1.", "d.c.b.a.")) + "contoso.com.", address())
            .named(apex)
        : zone.named(apex);
  }

  private static String apex(String resource) {
    return switch (resource) {
      case "sub" -> "b.a.contoso.com";
      case "deep" -> "d.c.b.a.contoso.com";
      default -> "contoso.com";
    };
  }

  private String address() {
    return chance(50) ? "192.0.2." + random.nextInt(3) : "2001:db8::" + random.nextInt(3);
  }

  RecordSetInput recordSet(Age age, long generation) {
    int second = (int) age.created().getEpochSecond();
    RecordSets recordSet =
        RecordSets.recordSet(age.id().namespace(), age.id().name(), second)
            .in(zoneId().name())
            .generation(generation);
    return data(chance(30) ? recordSet.ttl(300) : recordSet, oneOf(NAMES));
  }

  private RecordSetInput data(RecordSets recordSet, String name) {
    return switch (oneOf(TYPES)) {
      case "A" -> recordSet.a(name, "192.0.2." + random.nextInt(3));
      case "AAAA" -> recordSet.aaaa(name, "2001:db8::" + random.nextInt(3));
      case "A+AAAA" -> recordSet.dual(name, address());
      case "TXT" -> recordSet.txt(name, "text " + random.nextInt(3));
      case "CNAME" -> recordSet.cname(name, "target.example.");
      case "NS" -> recordSet.ns(name, oneOf(TARGETS), "ns2.example.");
      case "DNAME" -> recordSet.dname(name, "target.example.");
      case "DS" -> recordSet.ds(name);
      default -> recordSet.broken(name);
    };
  }
}
