package io.zonewright.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.operator.status.AddressFamily;
import io.zonewright.operator.status.Evidence;
import io.zonewright.operator.status.Reach;
import io.zonewright.operator.status.StatusMarks;
import io.zonewright.operator.status.ZoneFacts;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final SourceId CONTOSO = new SourceId("dns", "contoso");
  private static final DomainName APEX = DomainName.parse("contoso.com");
  private static final DomainName WWW = DomainName.parse("www.contoso.com");

  private final ZoneCatalog catalog = new ZoneCatalog();
  private final Marks marks = new Marks();
  private final Desk desk = new Desk(catalog, marks);

  @Test
  void theWorldIsAskedForWhenNoChangeCanGetInBetween() throws InterruptedException {
    List<DnsZone> cache = new ArrayList<>(List.of(zone("1", "a", 1)));
    Thread[] change = new Thread[1];

    desk.open(
        () -> {
          List<DnsZone> listed = List.copyOf(cache);
          cache.clear();
          change[0] = Thread.ofVirtual().start(() -> desk.remove(zone("1", "a", 1)));
          return listed;
        },
        List::of);
    change[0].join();

    assertThat(isServed()).isFalse();
  }

  @Test
  void changesBeforeTheOpeningAreLeftToIt() {
    desk.put(zone("1", "a", 1));
    assertThat(isServed()).isFalse();

    open(zone("1", "a", 1));
    assertThat(isServed()).isTrue();
    assertThat(marks.zones).contains(CONTOSO);
  }

  /** A change that was passed over before is in what is loaded. */
  @Test
  void changesAreWantedBeforeTheWorldIsAskedFor() {
    List<Boolean> wanted = new ArrayList<>(List.of(desk.isOpening()));

    desk.open(
        () -> {
          wanted.add(desk.isOpening());
          return List.of();
        },
        List::of);

    wanted.add(desk.isOpening());
    assertThat(wanted).containsExactly(false, true, true);
  }

  @Test
  void whatWasLoadedIsNoNewsAndWhatWasNotIs() {
    assertThat(desk.isNews(zone("1", "a", 1))).isTrue();

    open(zone("1", "a", 1));

    assertThat(desk.isNews(zone("1", "a", 1))).isFalse();
    assertThat(desk.isNews(zone("2", "a", 1))).as("another version").isTrue();
    assertThat(desk.isNews(zone("1", "b", 1))).as("another resource").isTrue();
    assertThat(desk.isNews(recordSet("1", 1))).isTrue();
  }

  @Test
  void aReviewTakesWhatWasLostOnItsWay() {
    open(zone("1", "a", 1));
    DnsRecordSet unreadable = recordSet("4", 1);
    unreadable.getMetadata().setName("unreadable");
    unreadable.setSpec(null);

    desk.review(() -> List.of(zone("1", "a", 1)), () -> List.of(unreadable, recordSet("5", 1)));

    assertThat(served().find(WWW)).isNotNull();
  }

  @Test
  void aReviewOfWhatWasTakenChangesNothing() {
    open(zone("1", "a", 1));
    marks.zones.clear();

    desk.review(() -> List.of(zone("1", "a", 1)), List::of);

    assertThat(marks.zones).isEmpty();
  }

  @Test
  void aResourceThatCannotBeReadIsLeftOutAndNoOther() {
    DnsZone unreadable = zone("2", "b", 1);
    unreadable.getMetadata().setName("unreadable");
    unreadable.setSpec(null);

    open(unreadable, zone("1", "a", 1));

    assertThat(isServed()).isTrue();
    assertThat(desk.zone(new SourceId("dns", "unreadable"))).isNull();
  }

  @Test
  void aChangeThatFailedIsTakenWhenItIsTriedAgain() {
    open(zone("1", "a", 1));
    DnsRecordSet text = recordSet("5", 1);
    var spec = text.getSpec();
    text.setSpec(null);
    assertThatThrownBy(() -> desk.put(text)).isInstanceOf(RuntimeException.class);

    text.setSpec(spec);
    desk.put(text);

    assertThat(served().find(WWW)).isNotNull();
  }

  @Test
  void theSameStateIsTakenOnce() {
    open(zone("1", "a", 1));
    marks.zones.clear();

    desk.put(zone("1", "a", 1));

    assertThat(marks.zones).isEmpty();
  }

  @Test
  void aClusterThatWasRestoredCountsFromAnOlderVersion() {
    open(zone("900", "a", 7));
    desk.put(recordSet("901", 2));
    desk.put(recordSet("500", 1, "192.0.2.7"));

    assertThat(rdata(WWW)).isEqualTo(new byte[] {(byte) 192, 0, 2, 7});
  }

  @Test
  void aZoneThatIsRecreatedKeepsItsSerialAndContent() {
    open(zone("1", "a", 1));
    desk.put(recordSet("2", 1));
    desk.adopt(CONTOSO, Serial.of(42), digest());
    desk.asked(CONTOSO, answered(42));
    Catalog before = catalog.current();
    marks.recordSets.clear();

    desk.put(zone("3", "b", 1));

    assertThat(catalog.current()).isNotSameAs(before);
    assertThat(served().serial()).isEqualTo(Serial.of(42));
    assertThat(served().find(WWW)).isNotNull();
    assertThat(facts().evidence()).isNull();
    assertThat(facts().serial()).isNull();
    assertThat(marks.recordSets).containsExactly(new SourceId("dns", "www"));
  }

  @Test
  void aZoneThatIsRecreatedIsNeverAbsent() throws InterruptedException {
    open(zone("1", "a", 1));
    desk.put(recordSet("2", 1));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger absent = new AtomicInteger();
    Thread client =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    asked.incrementAndGet();
                    Zone zone = entryZone();
                    if (zone == null || zone.find(WWW) == null) {
                      absent.incrementAndGet();
                    }
                  }
                });

    for (int i = 0; i < 2000 || asked.get() < 2000; i++) {
      desk.put(zone("1" + i, "recreated" + i, 1));
    }
    over.set(true);
    client.join();

    assertThat(absent).hasValue(0);
  }

  @Test
  void theRemovalOfAnOlderResourceOfTheNameIsOutdated() {
    open(zone("1", "a", 1));
    desk.put(zone("3", "b", 1));

    desk.remove(zone("2", "a", 1));

    assertThat(isServed()).isTrue();
  }

  @Test
  void aSealedZoneIsServedWithItsSerialFromTheFirstMoment() {
    open(sealed(zone("1", "a", 1), 4_000_000_000L, "unknown"));

    assertThat(served().serial()).isEqualTo(Serial.of(4_000_000_000L));
    assertThat(marks.adopted).isEmpty();
  }

  @Test
  void aSealThatComesBeforeItsContentIsAdoptedWithIt() {
    String digest = digestWithRecordSet();
    open(zone("1", "a", 1));

    desk.put(sealed(zone("3", "a", 1), 43, digest));
    assertThat(served().serial()).isEqualTo(Serial.of(1));
    assertThat(marks.adopted).isEmpty();
    desk.put(recordSet("2", 1));

    assertThat(digest()).isEqualTo(digest);
    assertThat(served().serial()).isEqualTo(Serial.of(43));
    assertThat(marks.adopted).containsExactly(CONTOSO);
  }

  @Test
  void aSealOfThisProcessIsAdoptedWhateverWasPublishedSince() {
    open(zone("1", "a", 1));
    ZoneFacts content = facts();
    for (int change = 1; change <= 600; change++) {
      desk.put(recordSet("1" + change, change, "192.0.2." + change % 250));
    }

    desk.sealed(CONTOSO, Serial.of(43), content);

    assertThat(served().serial()).isEqualTo(Serial.of(43));
    assertThat(marks.adopted).containsExactly(CONTOSO);
  }

  @Test
  void aSerialAdoptedWhileTheZoneIsNotServedIsUsedLater() {
    open(zone("1", "a", 1));
    String digest = digest();
    DnsZone broken = zone("2", "a", 2);
    broken.setSpec(zone("2", "a", 2, "not a name").getSpec());
    desk.put(broken);
    assertThat(isServed()).isFalse();

    desk.adopt(CONTOSO, Serial.of(42), digest);
    desk.put(zone("3", "a", 3));

    assertThat(served().serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void theSerialOfARecordSetIsOneThatIsProven() {
    open(zone("1", "a", 1));
    desk.put(recordSet("2", 1));
    desk.adopt(CONTOSO, Serial.of(42), digest());
    assertThat(recordSetSerial()).isNull();

    desk.asked(CONTOSO, answered(42));
    assertThat(recordSetSerial()).isEqualTo(Serial.of(42));

    desk.put(zone("3", "a", 2, "contoso.com", "ns2.provider.example."));
    desk.adopt(CONTOSO, Serial.of(43), digest());
    assertThat(facts().serial()).isEqualTo(Serial.of(43));
    assertThat(recordSetSerial()).isEqualTo(Serial.of(42));
  }

  private @Nullable Serial recordSetSerial() {
    return requireNonNull(desk.recordSet(new SourceId("dns", "www"), CONTOSO)).serial();
  }

  private static Evidence answered(long serial) {
    return new Evidence(Serial.of(serial), Map.of(AddressFamily.IPV4, Reach.SERVED));
  }

  private void open(DnsZone... zones) {
    desk.open(() -> List.of(zones), List::of);
  }

  private boolean isServed() {
    return entryZone() != null;
  }

  private Zone served() {
    return requireNonNull(entryZone());
  }

  private @Nullable Zone entryZone() {
    Catalog.Entry entry = catalog.current().find(APEX);
    return entry == null ? null : entry.zone();
  }

  private byte[] rdata(DomainName owner) {
    return requireNonNull(served().find(owner)).rrset(0).rdata().getFirst();
  }

  private ZoneFacts facts() {
    return requireNonNull(desk.zone(CONTOSO));
  }

  private String digest() {
    return served().digest().toString();
  }

  private static String digestWithRecordSet() {
    ZoneCatalog other = new ZoneCatalog();
    new Desk(other, new Marks())
        .open(() -> List.of(zone("1", "a", 1)), () -> List.of(recordSet("2", 1)));
    return requireNonNull(requireNonNull(other.current().find(APEX)).zone()).digest().toString();
  }

  private static DnsZone zone(String version, String uid, int generation) {
    return zone(version, uid, generation, "contoso.com");
  }

  private static DnsZone zone(String version, String uid, int generation, String name) {
    return zone(version, uid, generation, name, "ns.provider.example.");
  }

  private static DnsZone zone(
      String version, String uid, int generation, String name, String nameServer) {
    String yaml =
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: contoso, namespace: dns, generation: %d, uid: "%s", resourceVersion: "%s"}
        spec: {zoneName: "%s", nameServers: [{name: %s}]}
        """
            .formatted(generation, uid, version, name, nameServer);
    return Serialization.unmarshal(yaml, DnsZone.class);
  }

  private static DnsZone sealed(DnsZone zone, long serial, String digest) {
    zone.setStatus(
        new DnsZoneStatus(
            1L, List.of(), null, null, serial, null, digest, List.of(), List.of(), null, null));
    return zone;
  }

  private static DnsRecordSet recordSet(String version, int generation) {
    return recordSet(version, generation, "192.0.2.1");
  }

  private static DnsRecordSet recordSet(String version, int generation, String address) {
    String yaml =
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: www, namespace: dns, generation: %d, uid: w, resourceVersion: "%s"}
        spec: {zoneRef: {name: contoso}, name: www, type: A, addresses: ["%s"]}
        """
            .formatted(generation, version, address);
    return Serialization.unmarshal(yaml, DnsRecordSet.class);
  }

  /** Remembers what was marked. */
  private static final class Marks implements StatusMarks {
    final Set<SourceId> zones = new LinkedHashSet<>();
    final Set<SourceId> recordSets = new LinkedHashSet<>();
    final List<SourceId> adopted = new ArrayList<>();

    @Override
    public void zones(Collection<SourceId> ids) {
      zones.addAll(ids);
    }

    @Override
    public void recordSets(Collection<SourceId> ids) {
      recordSets.addAll(ids);
    }

    @Override
    public void proven(SourceId zone) {}

    @Override
    public void adopted(SourceId zone) {
      adopted.add(zone);
    }
  }
}
