package io.zonewright.zone.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served is a function of what is described, by whatever steps it came to that. */
class AnyOrderTest {
  private static final int STEPS = 250;

  private final Map<SourceId, ZoneInput> zones = new HashMap<>();
  private final Map<SourceId, RecordSetInput> recordSets = new HashMap<>();
  private final NaiveCatalog.Memory memory =
      new NaiveCatalog.Memory(new HashMap<>(), new HashMap<>());
  private final World world = new World();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyStepGivesWhatTheNaiveOracleGives(long seed) {
    RandomChanges random = new RandomChanges(seed);
    for (int step = 0; step < STEPS; step++) {
      takeStep(random);
      if (random.chance(30)) {
        writeStatus();
      }
      assertSameAsOracle("seed " + seed + " step " + step);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void everyStepGivesWhatARestartGives(long seed) {
    RandomChanges random = new RandomChanges(seed);
    for (int step = 0; step < STEPS; step++) {
      takeStep(random);
      writeStatus();
      World restarted = new World();
      restarted.compiler.load(zones.values(), recordSets.values());
      assertSameVerdicts("seed " + seed + " step " + step, restarted);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void everyOrderOfArrivalGivesTheSame(long seed) {
    RandomChanges random = new RandomChanges(seed);
    for (int step = 0; step < STEPS; step++) {
      takeStep(random);
      if (random.chance(30)) {
        writeStatus();
      }
    }
    World loaded = new World();
    loaded.compiler.load(zones.values(), recordSets.values());
    for (int order = 0; order < 10; order++) {
      World shuffled = arriveInOrder(new Random(seed * 100 + order));
      assertSame("seed " + seed + " order " + order, shuffled, loaded);
    }
  }

  private World arriveInOrder(Random random) {
    World shuffled = new World();
    List<Object> arrivals = new ArrayList<>(zones.values());
    arrivals.addAll(recordSets.values());
    Collections.shuffle(arrivals, random);
    for (Object arrival : arrivals) {
      if (arrival instanceof ZoneInput zone) {
        shuffled.put(zone);
      } else if (arrival instanceof RecordSetInput recordSet) {
        shuffled.put(recordSet);
      }
    }
    return shuffled;
  }

  private void takeStep(RandomChanges random) {
    if (random.chance(75)) {
      stepRecordSet(random, random.recordSetId());
    } else {
      stepZone(random, random.zoneId());
    }
    remember();
  }

  private void stepRecordSet(RandomChanges random, SourceId id) {
    RecordSetInput known = recordSets.get(id);
    if (known != null && random.chance(30)) {
      recordSets.remove(id);
      memory.recordSets().remove(id);
      assertReported(world.compiler.removeRecordSet(id));
      return;
    }
    RecordSetInput next;
    if (known == null || random.chance(10)) {
      memory.recordSets().remove(id);
      next = random.recordSet(new Age(Instant.ofEpochSecond(random.second()), id), 1);
      if (known != null && next.source().age().equals(known.source().age())) {
        return; // two resources of one name in one second cannot be told apart by age
      }
    } else {
      RecordSetSource source =
          random.recordSet(known.source().age(), known.source().generation() + 1).source();
      next = new RecordSetInput(source, known.lastGood());
    }
    recordSets.put(id, next);
    assertReported(world.put(next));
  }

  private void stepZone(RandomChanges random, SourceId id) {
    ZoneInput known = zones.get(id);
    if (known != null && random.chance(30)) {
      zones.remove(id);
      memory.zones().remove(id);
      assertReported(world.compiler.removeZone(id));
      return;
    }
    if (known != null && random.chance(20)) {
      world.compiler.setSerial(id, Serial.of(random.serial()));
      return;
    }
    Age age =
        known == null ? new Age(Instant.ofEpochSecond(random.second()), id) : known.source().age();
    ZoneInput next = random.zone(age, known == null ? 1 : known.source().generation() + 1);
    if (known != null) {
      next = new ZoneInput(next.source(), known.lastGood());
    }
    zones.put(id, next);
    assertReported(world.put(next));
  }

  /** Whatever was not reported has the verdict that it had. */
  private final Map<SourceId, @Nullable Object> reportedZones = new HashMap<>();

  private final Map<SourceId, @Nullable Object> reportedRecordSets = new HashMap<>();

  private void assertReported(Changes changes) {
    assertReported(changes.zones(), zones.keySet(), reportedZones, world.compiler::zone);
    assertReported(
        changes.recordSets(), recordSets.keySet(), reportedRecordSets, world.compiler::recordSet);
  }

  private static void assertReported(
      Set<SourceId> changed,
      Set<SourceId> all,
      Map<SourceId, @Nullable Object> reported,
      Function<SourceId, @Nullable Object> verdict) {
    for (SourceId id : all) {
      Object now = verdict.apply(id);
      if (!changed.contains(id) && !sameButSerial(now, reported.get(id))) {
        assertThat(now).as("the unreported verdict of " + id).isEqualTo(reported.get(id));
      }
      reported.put(id, now);
    }
  }

  private static boolean sameButSerial(@Nullable Object now, @Nullable Object before) {
    return now instanceof ZoneVerdict one
        && before instanceof ZoneVerdict other
        && one.version() == other.version()
        && one.findings().equals(other.findings())
        && one.counts().equals(other.counts());
  }

  private void remember() {
    for (SourceId id : recordSets.keySet()) {
      RecordSetVerdict verdict = world.compiler.recordSet(id);
      if (verdict != null && verdict.accepted() && verdict.serving() != null) {
        memory.recordSets().put(id, verdict.serving());
      }
    }
    for (SourceId id : zones.keySet()) {
      ZoneVerdict verdict = world.compiler.zone(id);
      if (verdict != null && verdict.accepted() && verdict.served() != null) {
        memory.zones().put(id, verdict.served());
      }
    }
  }

  /** Does what the leader does: keeps in each status what is served. */
  private void writeStatus() {
    for (RecordSetInput input : List.copyOf(recordSets.values())) {
      CompiledRecordSet serving = world.verdict(input.source().id()).serving();
      if (serving != null) {
        RecordSetInput next = new RecordSetInput(input.source(), LastGood.of(serving));
        recordSets.put(input.source().id(), next);
        assertQuiet(input.source().id(), next);
      }
    }
    for (ZoneInput input : List.copyOf(zones.values())) {
      ZoneSource served = world.zoneVerdict(input.source().id()).served();
      if (served != null) {
        ZoneInput next = new ZoneInput(input.source(), served);
        zones.put(input.source().id(), next);
        Catalog before = world.catalog.current();
        world.put(next);
        assertThat(world.catalog.current()).isSameAs(before);
      }
    }
  }

  /** A status that says what is so is no news. */
  private void assertQuiet(SourceId id, RecordSetInput input) {
    Catalog before = world.catalog.current();
    Changes changes = world.put(input);
    assertThat(changes.recordSets()).containsExactly(id);
    assertThat(changes.zones()).isEmpty();
    assertThat(world.catalog.current()).isSameAs(before);
  }

  private void assertSameAsOracle(String when) {
    NaiveCatalog oracle = new NaiveCatalog(zones.values(), recordSets.values(), memory);
    recordSets
        .keySet()
        .forEach(
            id ->
                assertThat(outcome(world.verdict(id)))
                    .as(when + ": " + id)
                    .isEqualTo(oracle.recordSets.get(id)));
    zones
        .keySet()
        .forEach(
            id ->
                assertThat(outcome(world.zoneVerdict(id)))
                    .as(when + ": " + id)
                    .isEqualTo(oracle.zones.get(id)));
    assertSameContent(when, oracle);
  }

  private void assertSameContent(String when, NaiveCatalog oracle) {
    assertThat(world.catalog.current().entries())
        .as(when)
        .hasSize(oracle.digests.size() + oracle.unavailable.size());
    for (Catalog.Entry entry : world.catalog.current().entries()) {
      if (entry.zone() == null) {
        assertThat(oracle.unavailable).as(when).contains(entry.apex());
      } else {
        assertThat(entry.zone().digest())
            .as(when + ": content of " + entry.apex())
            .isEqualTo(oracle.digests.get(entry.apex()));
      }
    }
  }

  private static NaiveCatalog.Outcome outcome(RecordSetVerdict verdict) {
    CompiledRecordSet serving = verdict.serving();
    return new NaiveCatalog.Outcome(
        reason(verdict.findings()), serving == null ? 0 : serving.generation());
  }

  private static NaiveCatalog.Outcome outcome(ZoneVerdict verdict) {
    ZoneSource served = verdict.served();
    return new NaiveCatalog.Outcome(
        reason(verdict.findings()), served == null ? 0 : served.generation());
  }

  private static @Nullable Reason reason(List<Finding> findings) {
    return findings.isEmpty() ? null : findings.getFirst().reason();
  }

  private void assertSameVerdicts(String when, World other) {
    assertSame(when, world, other);
  }

  private void assertSame(String when, World one, World other) {
    for (SourceId id : recordSets.keySet()) {
      assertThat(essence(one.verdict(id)))
          .as(when + ": " + id)
          .isEqualTo(essence(other.verdict(id)));
    }
    for (SourceId id : zones.keySet()) {
      assertThat(essence(one.zoneVerdict(id)))
          .as(when + ": " + id)
          .isEqualTo(essence(other.zoneVerdict(id)));
    }
  }

  /** All but the version, which counts steps. */
  private static List<@Nullable Object> essence(RecordSetVerdict verdict) {
    CompiledRecordSet serving = verdict.serving();
    List<@Nullable Object> essence = new ArrayList<>();
    essence.add(verdict.generation());
    essence.add(verdict.findings());
    if (serving != null) {
      essence.addAll(List.of(serving.generation(), serving.owner(), serving.rrsets()));
    }
    return essence;
  }

  private static List<@Nullable Object> essence(ZoneVerdict verdict) {
    List<@Nullable Object> essence = new ArrayList<>();
    essence.add(verdict.generation());
    essence.add(verdict.findings());
    essence.add(verdict.served());
    essence.add(verdict.counts());
    if (verdict.zone() != null) {
      essence.add(verdict.zone().digest());
      essence.add(verdict.zone().siblingAddresses());
    }
    return essence;
  }
}
