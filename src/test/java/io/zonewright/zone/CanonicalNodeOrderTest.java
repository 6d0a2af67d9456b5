package io.zonewright.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nodes come in the order of RFC 4034 section 6.1, whatever octets are in their labels. */
class CanonicalNodeOrderTest {
  @Test
  void theExampleOfTheRfcIsInItsOrder() {
    Zone zone =
        ZoneData.zone(
            "example",
            "z.example A 192.0.2.1",
            "yljkjljk.a.example A 192.0.2.1",
            "Z.a.example A 192.0.2.1",
            "zABC.a.EXAMPLE A 192.0.2.1",
            "\\001.z.example A 192.0.2.1",
            "*.z.example A 192.0.2.1",
            "\\200.z.example A 192.0.2.1");

    assertThat(owners(zone))
        .containsExactlyElementsOf(
            names(
                "example",
                "a.example",
                "yljkjljk.a.example",
                "z.a.example",
                "zabc.a.example",
                "z.example",
                "\\001.z.example",
                "*.z.example",
                "\\200.z.example"));
  }

  @Test
  void everyOctetSortsByItsValue() {
    TreeSet<DomainName> expected = new TreeSet<>();
    for (int octet = 0; octet < 256; octet++) {
      expected.add(DomainName.parse(String.format("\\%03d", octet)));
      expected.add(DomainName.parse(String.format("a\\%03d", octet)));
      expected.add(DomainName.parse(String.format("\\%03da", octet)));
    }
    assertThat(expected).hasSize(3 * (256 - 26) - 1);
    List<DomainName> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(5));
    ZoneEditor editor = Zone.empty(DomainName.ROOT).edit();
    shuffled.forEach(name -> editor.put(name, ZoneData.rrset("A", "192.0.2.1")));

    List<DomainName> found = owners(editor.commit());

    assertThat(found.subList(1, found.size())).containsExactlyElementsOf(expected);
  }

  @Test
  void everyNameHasItsPredecessorWhetherItExistsOrNot() {
    DomainName apex = DomainName.parse("example");
    Random random = new Random(9);
    ZoneEditor editor = Zone.empty(apex).edit();
    for (int i = 0; i < 300; i++) {
      editor.put(randomName(apex, random), ZoneData.rrset("A", "192.0.2.1"));
    }
    Zone zone = editor.commit();
    TreeSet<DomainName> owners = new TreeSet<>(owners(zone));
    for (int i = 0; i < 2000; i++) {
      DomainName name = randomName(apex, random);
      ZoneNode found = zone.predecessor(name);
      assertThat(found == null ? null : found.owner())
          .as("before %s", name)
          .isEqualTo(owners.lower(name));
    }
    assertThat(zone.predecessor(apex)).isNull();
    assertThat(zone.predecessor(DomainName.ROOT)).isNull();
  }

  private static DomainName randomName(DomainName apex, Random random) {
    DomainName name = apex;
    for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
      byte[] label = new byte[3 + random.nextInt(2)];
      label[0] = (byte) (label.length - 2);
      for (int i = 1; i <= label[0]; i++) {
        label[i] = (byte) (random.nextBoolean() ? 'a' + random.nextInt(4) : random.nextInt(256));
      }
      name = name.prepend(DomainName.fromWire(label, 0));
    }
    return name;
  }

  private static List<DomainName> names(String... texts) {
    return List.of(texts).stream().map(DomainName::parse).toList();
  }

  private static List<DomainName> owners(Zone zone) {
    List<DomainName> owners = new ArrayList<>();
    zone.nodes().forEach(node -> owners.add(node.owner()));
    return owners;
  }
}
