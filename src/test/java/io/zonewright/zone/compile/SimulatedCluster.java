package io.zonewright.zone.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resources that come, change and go at random, and a compiler that is told of each step. */
final class SimulatedCluster {
  final Map<SourceId, ZoneInput> zones = new HashMap<>();
  final Map<SourceId, RecordSetInput> recordSets = new HashMap<>();
  final NaiveCatalog.Memory memory = new NaiveCatalog.Memory(new HashMap<>(), new HashMap<>());
  final World world = new World();

  private final RandomChanges random;
  private final ReportedChanges reported = new ReportedChanges(world.compiler);

  SimulatedCluster(RandomChanges random) {
    this.random = random;
  }

  void takeStep() {
    if (random.chance(75)) {
      stepRecordSet(random.recordSetId());
    } else {
      stepZone(random.zoneId());
    }
    remember();
  }

  private void stepRecordSet(SourceId id) {
    RecordSetInput known = recordSets.get(id);
    if (known == null) {
      create(id);
    } else if (random.chance(30)) {
      recordSets.remove(id);
      memory.recordSets().remove(id);
      check(world.compiler.removeRecordSet(id));
    } else if (random.chance(10)) {
      recreate(known);
    } else {
      RecordSetSource source = known.source();
      source = random.recordSet(source.age(), source.generation() + 1).source();
      put(new RecordSetInput(source, known.lastGood()));
    }
  }

  private void create(SourceId id) {
    put(random.recordSet(new Age(Instant.ofEpochSecond(random.second()), id), 1));
  }

  /** Another resource of the same name, whose predecessor was not seen to go. */
  private void recreate(RecordSetInput known) {
    SourceId id = known.source().id();
    Instant later = known.source().age().created().plusSeconds(1);
    memory.recordSets().remove(id);
    put(random.recordSet(new Age(later, id), 1));
  }

  private void put(RecordSetInput input) {
    recordSets.put(input.source().id(), input);
    check(world.put(input));
  }

  private void stepZone(SourceId id) {
    ZoneInput known = zones.get(id);
    if (known == null) {
      put(random.zone(new Age(Instant.ofEpochSecond(random.second()), id), 1));
    } else if (random.chance(30)) {
      zones.remove(id);
      memory.zones().remove(id);
      check(world.compiler.removeZone(id));
    } else if (random.chance(20)) {
      world.compiler.setSerial(id, Serial.of(random.serial()));
    } else {
      ZoneSource source = known.source();
      source = random.zone(source.age(), source.generation() + 1).source();
      put(new ZoneInput(source, known.lastGood()));
    }
  }

  private void put(ZoneInput input) {
    zones.put(input.source().id(), input);
    check(world.put(input));
  }

  private void check(Changes changes) {
    reported.check(changes, zones.keySet(), recordSets.keySet());
  }

  private void remember() {
    for (SourceId id : recordSets.keySet()) {
      RecordSetVerdict verdict = world.verdict(id);
      if (verdict.accepted() && verdict.serving() != null) {
        memory.recordSets().put(id, verdict.serving());
      }
    }
    for (SourceId id : zones.keySet()) {
      ZoneVerdict verdict = world.zoneVerdict(id);
      if (verdict.accepted() && verdict.served() != null) {
        memory.zones().put(id, verdict.served());
      }
    }
  }

  /**
   * Does what the leader does, and keeps in each status what is served. A status that says what is
   * so is no news.
   */
  void writeStatus() {
    Catalog before = world.catalog.current();
    for (RecordSetInput input : List.copyOf(recordSets.values())) {
      SourceId id = input.source().id();
      CompiledRecordSet serving = world.verdict(id).serving();
      if (serving != null) {
        recordSets.put(id, new RecordSetInput(input.source(), LastGood.of(serving)));
        assertThat(world.put(recordSets.get(id))).isEqualTo(only(List.of(), List.of(id)));
      }
    }
    for (ZoneInput input : List.copyOf(zones.values())) {
      SourceId id = input.source().id();
      ZoneSource served = world.zoneVerdict(id).served();
      if (served != null) {
        zones.put(id, new ZoneInput(input.source(), served));
        assertThat(world.put(zones.get(id))).isEqualTo(only(List.of(id), List.of()));
      }
    }
    assertThat(world.catalog.current()).isSameAs(before);
  }

  private static Changes only(List<SourceId> zones, List<SourceId> recordSets) {
    return new Changes(Set.copyOf(zones), Set.copyOf(recordSets));
  }
}
