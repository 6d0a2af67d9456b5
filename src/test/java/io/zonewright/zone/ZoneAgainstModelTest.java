package io.zonewright.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits, each version compared with a naive zone that holds the same. Fixed seeds. */
class ZoneAgainstModelTest {
  private static final DomainName APEX = DomainName.parse("example.com");

  /** What random names and RRsets are made of. */
  private record Mix(List<String> labels, List<Integer> types) {}

  private static final Mix WIDE =
      new Mix(
          List.of("a", "b", "*", "ab", "A-", "\\001", "\\002", "\\255x", "_c"),
          List.of(
              RRType.A,
              RRType.A,
              RRType.AAAA,
              RRType.NS,
              RRType.CNAME,
              RRType.DNAME,
              RRType.MX,
              RRType.SRV,
              RRType.HTTPS,
              RRType.SVCB,
              RRType.DS,
              RRType.TXT));

  /** Few names, so that cuts, DNAMEs, wildcards and targets meet often. */
  private static final Mix DENSE =
      new Mix(
          List.of("a", "b", "*"),
          List.of(
              RRType.A,
              RRType.A,
              RRType.A,
              RRType.A,
              RRType.A,
              RRType.A,
              RRType.MX,
              RRType.MX,
              RRType.MX,
              RRType.MX,
              RRType.NS,
              RRType.DNAME));

  private static final int[] QUESTIONS = {
    RRType.A,
    RRType.AAAA,
    RRType.NS,
    RRType.CNAME,
    RRType.DNAME,
    RRType.DS,
    RRType.MX,
    RRType.HTTPS,
    RRType.ANY,
    RRType.NSEC,
    RRType.TXT
  };

  private Mix mix = WIDE;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 8, 10, 12, 14})
  void everyVersionAgreesWithTheModel(long seed) {
    Random random = new Random(seed);
    mix = seed % 2 == 0 ? DENSE : WIDE;
    Zone zone = Zone.empty(APEX);
    NaiveZone model = new NaiveZone(APEX);
    for (int version = 0; version < 60; version++) {
      ZoneEditor editor = zone.edit();
      int edits = 1 + random.nextInt(6);
      for (int i = 0; i < edits; i++) {
        edit(random, editor, model);
      }
      zone = editor.commit();
      assertSameContent(zone, model);
      assertSameAnswers(zone, model, random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void theOrderOfEditsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    mix = seed % 2 == 0 ? DENSE : WIDE;
    NaiveZone model = new NaiveZone(APEX);
    ZoneEditor editor = Zone.empty(APEX).edit();
    for (int i = 0; i < 300; i++) {
      edit(random, editor, model);
      if (i % 50 == 0) {
        editor.commit();
      }
    }
    Zone edited = editor.commit();
    Zone built = build(model, random);
    assertThat(edited.digest()).isEqualTo(built.digest());
    assertThat(edited.nodeCount()).isEqualTo(built.nodeCount());
    assertThat(edited.rrsetCount()).isEqualTo(built.rrsetCount());
    assertSameContent(edited, model);
    assertSameContent(built, model);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  void aZoneBuiltAtOnceIsTheEditedOneAndCanBeEditedFurther(long seed) {
    Random random = new Random(seed);
    mix = seed % 2 == 0 ? DENSE : WIDE;
    NaiveZone model = new NaiveZone(APEX);
    ZoneEditor first = Zone.empty(APEX).edit();
    for (int i = 0; i < 200; i++) {
      edit(random, first, model);
    }
    Zone built = buildAtOnce(model);
    assertThat(built.digest()).isEqualTo(first.commit().digest());
    for (int version = 0; version < 20; version++) {
      assertSameContent(built, model);
      assertSameAnswers(built, model, random);
      ZoneEditor editor = built.edit();
      for (int i = 0; i < 5; i++) {
        edit(random, editor, model);
      }
      built = editor.commit();
    }
  }

  private static Zone buildAtOnce(NaiveZone model) {
    NavigableMap<DomainName, List<RRset>> owners = new TreeMap<>();
    model.data().forEach((owner, node) -> owners.put(owner, List.copyOf(node.values())));
    List<RRset> atApex = owners.getOrDefault(APEX, List.of());
    owners.remove(APEX);
    ZoneBuilder builder = new ZoneBuilder(APEX, atApex);
    owners.forEach(builder::add);
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void removingEverythingLeavesAnEmptyZone(long seed) {
    Random random = new Random(seed);
    mix = seed % 2 == 0 ? DENSE : WIDE;
    NaiveZone model = new NaiveZone(APEX);
    ZoneEditor editor = Zone.empty(APEX).edit();
    for (int i = 0; i < 200; i++) {
      edit(random, editor, model);
    }
    editor.commit();
    model
        .data()
        .forEach((owner, node) -> node.keySet().forEach(type -> editor.remove(owner, type)));
    Zone zone = editor.commit();
    assertThat(zone.nodeCount()).isEqualTo(1);
    assertThat(zone.rrsetCount()).isZero();
    assertThat(zone.digest()).isEqualTo(ContentDigest.EMPTY);
    assertThat(zone.nodes()).hasSize(1);
  }

  private static Zone build(NaiveZone model, Random random) {
    List<Map.Entry<DomainName, RRset>> all = new ArrayList<>();
    model.data().forEach((owner, node) -> node.values().forEach(r -> all.add(Map.entry(owner, r))));
    Collections.shuffle(all, random);
    ZoneEditor editor = Zone.empty(APEX).edit();
    all.forEach(entry -> editor.put(entry.getKey(), entry.getValue()));
    return editor.commit();
  }

  private void edit(Random random, ZoneEditor editor, NaiveZone model) {
    DomainName owner = randomName(random, 4);
    if (random.nextInt(5) < 2) {
      NavigableMap<Integer, RRset> node = model.data().get(owner);
      int type = node == null || random.nextBoolean() ? randomType(random) : node.firstKey();
      editor.remove(owner, type);
      model.remove(owner, type);
    } else {
      RRset rrset = randomRRset(random);
      editor.put(owner, rrset);
      model.put(owner, rrset);
    }
  }

  private int randomType(Random random) {
    return mix.types().get(random.nextInt(mix.types().size()));
  }

  private RRset randomRRset(Random random) {
    String type = RRType.mnemonic(randomType(random));
    String[] rdata = new String[random.nextInt(20) == 0 ? 15 : 1 + random.nextInt(3)];
    for (int i = 0; i < rdata.length; i++) {
      rdata[i] = randomRdata(random, type);
    }
    return ZoneData.rrset(type, rdata);
  }

  private String randomRdata(Random random, String type) {
    String target = random.nextInt(8) == 0 ? "elsewhere.test." : randomName(random, 4).toString();
    return switch (type) {
      case "A" -> "192.0.2." + random.nextInt(3);
      case "AAAA" -> "2001:db8::" + random.nextInt(3);
      case "MX" -> random.nextInt(3) + " " + target;
      case "SRV" -> "0 0 " + random.nextInt(9) + " " + target;
      case "HTTPS", "SVCB" -> random.nextInt(2) + " " + (random.nextInt(4) == 0 ? "." : target);
      case "NS", "CNAME", "DNAME" -> target;
      default -> "text" + random.nextInt(3);
    };
  }

  /** At or below the apex, with names that exist likely to be hit again. */
  private DomainName randomName(Random random, int maxDepth) {
    DomainName name = APEX;
    for (int depth = random.nextInt(maxDepth + 1); depth > 0; depth--) {
      name = name.prepend(DomainName.parse(mix.labels().get(random.nextInt(mix.labels().size()))));
    }
    return random.nextBoolean() ? name : name.toLowerCase();
  }

  private static void assertSameContent(Zone zone, NaiveZone model) {
    List<DomainName> names = new ArrayList<>();
    int rrsets = 0;
    for (ZoneNode node : zone.nodes()) {
      names.add(node.owner());
      List<RRset> expected = model.rrsets(node.owner());
      List<RRset> found = new ArrayList<>();
      for (int i = 0; i < node.rrsetCount(); i++) {
        found.add(node.rrset(i));
        assertSameAdditional(node.owner(), node.rrset(i), model);
      }
      assertThat(found).as("RRsets of %s", node.owner()).containsExactlyElementsOf(expected);
      rrsets += found.size();
    }
    assertThat(names).containsExactlyElementsOf(model.names());
    assertThat(zone.nodeCount()).isEqualTo(names.size());
    assertThat(zone.rrsetCount()).isEqualTo(rrsets);
  }

  private static void assertSameAdditional(DomainName owner, RRset rrset, NaiveZone model) {
    List<Additional> found = new ArrayList<>(rrset.additional());
    found.sort(Comparator.comparing(Additional::owner));
    assertThat(found)
        .as("additional of %s %s", owner, RRType.mnemonic(rrset.type()))
        .isEqualTo(model.additional(owner, rrset));
  }

  private void assertSameAnswers(Zone zone, NaiveZone model, Random random) {
    NameBuffer name = new NameBuffer();
    Lookup lookup = new Lookup();
    for (int i = 0; i < 60; i++) {
      DomainName asked = randomName(random, 5);
      int type = QUESTIONS[random.nextInt(QUESTIONS.length)];
      name.set(asked);
      zone.lookup(name, type, lookup);
      assertThat(
              new NaiveZone.Found(
                  lookup.outcome(), lookup.node().owner(), lookup.rrset(), lookup.isSynthesized()))
          .as("%s %s", asked, RRType.mnemonic(type))
          .isEqualTo(model.lookup(asked, type));
    }
  }
}
