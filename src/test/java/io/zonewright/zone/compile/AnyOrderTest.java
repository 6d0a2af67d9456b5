package io.zonewright.zone.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served is a function of what is described, by whatever steps it came to that. */
class AnyOrderTest {
  private static final int STEPS = 250;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyStepGivesWhatTheNaiveOracleGives(long seed) {
    RandomChanges random = new RandomChanges(seed);
    SimulatedCluster cluster = new SimulatedCluster(random);
    for (int step = 0; step < STEPS; step++) {
      cluster.takeStep();
      if (random.chance(30)) {
        cluster.writeStatus();
      }
      assertSameAsOracle("seed " + seed + " step " + step, cluster);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void everyStepGivesWhatARestartGives(long seed) {
    SimulatedCluster cluster = new SimulatedCluster(new RandomChanges(seed));
    for (int step = 0; step < STEPS; step++) {
      cluster.takeStep();
      cluster.writeStatus();
      assertSame("seed " + seed + " step " + step, cluster, cluster.world, restarted(cluster));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void everyOrderOfArrivalGivesTheSame(long seed) {
    RandomChanges random = new RandomChanges(seed);
    SimulatedCluster cluster = new SimulatedCluster(random);
    for (int step = 0; step < STEPS; step++) {
      cluster.takeStep();
      if (random.chance(30)) {
        cluster.writeStatus();
      }
    }
    World loaded = restarted(cluster);
    for (int order = 0; order < 10; order++) {
      World shuffled = arrivedInOrder(cluster, new Random(seed * 100 + order));
      assertSame("seed " + seed + " order " + order, cluster, shuffled, loaded);
    }
  }

  private static World restarted(SimulatedCluster cluster) {
    World restarted = new World();
    restarted.compiler.load(cluster.zones.values(), cluster.recordSets.values());
    return restarted;
  }

  private static World arrivedInOrder(SimulatedCluster cluster, Random random) {
    World shuffled = new World();
    List<Object> arrivals = new ArrayList<>(cluster.zones.values());
    arrivals.addAll(cluster.recordSets.values());
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

  private static void assertSameAsOracle(String when, SimulatedCluster cluster) {
    NaiveCatalog oracle =
        new NaiveCatalog(cluster.zones.values(), cluster.recordSets.values(), cluster.memory);
    for (SourceId id : cluster.recordSets.keySet()) {
      assertThat(outcome(cluster.world.verdict(id)))
          .as(when + ": " + id)
          .isEqualTo(oracle.recordSets.get(id));
    }
    for (SourceId id : cluster.zones.keySet()) {
      assertThat(outcome(cluster.world.zoneVerdict(id)))
          .as(when + ": " + id)
          .isEqualTo(oracle.zones.get(id));
    }
    assertSameContent(when, cluster.world.catalog.current(), oracle);
  }

  private static void assertSameContent(String when, Catalog catalog, NaiveCatalog oracle) {
    assertThat(catalog.entries())
        .as(when)
        .hasSize(oracle.digests.size() + oracle.unavailable.size());
    for (Catalog.Entry entry : catalog.entries()) {
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

  private static void assertSame(String when, SimulatedCluster cluster, World one, World other) {
    for (SourceId id : cluster.recordSets.keySet()) {
      assertThat(essence(one.verdict(id)))
          .as(when + ": " + id)
          .isEqualTo(essence(other.verdict(id)));
    }
    for (SourceId id : cluster.zones.keySet()) {
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
    essence.add(verdict.zone() == null ? null : verdict.zone().digest());
    return essence;
  }
}
