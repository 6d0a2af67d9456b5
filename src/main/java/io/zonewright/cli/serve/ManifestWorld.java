package io.zonewright.cli.serve;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.cli.manifest.ManifestObject;
import io.zonewright.cli.manifest.ObjectKey;
import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.operator.ZoneAssembler;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.CompiledRecordSet;
import io.zonewright.zone.compile.Finding;
import io.zonewright.zone.compile.LastGood;
import io.zonewright.zone.compile.RecordSetVerdict;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of all manifests, compiled and published. It plays the part of an API server: it
 * counts generations and remembers what was last accepted of each object.
 *
 * <p>An object that cannot be read stays what it was. Not thread-safe.
 */
public final class ManifestWorld {
  private final Set<String> taken;
  private final CatalogCompiler compiler;
  private final SerialSeals seals;
  private final Map<ObjectKey, HasMetadata> known = new HashMap<>();

  /**
   * Publishes to the catalog.
   *
   * @param taken zones that come from elsewhere and are not to be touched
   */
  public ManifestWorld(ZoneCatalog catalog, Set<String> taken) {
    this.taken = Set.copyOf(taken);
    this.compiler = new CatalogCompiler(catalog);
    this.seals = new SerialSeals(compiler);
  }

  /** Makes these objects the whole world, and says what is wrong with them. */
  public List<Problem> apply(Collection<ManifestObject> objects) {
    List<Problem> problems = new ArrayList<>();
    Map<ObjectKey, ManifestObject> present = unique(objects, problems);
    putChanged(present.values());
    removeAbsent(present);
    seals.seal(zones());
    for (ManifestObject object : present.values()) {
      problems.addAll(object.problems());
      addFindings(object, problems);
    }
    return problems;
  }

  private Map<ObjectKey, ManifestObject> unique(
      Collection<ManifestObject> objects, List<Problem> problems) {
    Map<ObjectKey, ManifestObject> unique = new LinkedHashMap<>();
    for (ManifestObject object : objects) {
      if (isTaken(object)) {
        String message = "a zone file holds this zone already; name it once";
        problems.add(object.problem(Severity.ERROR, "spec.zoneName", message));
        continue;
      }
      ManifestObject first = unique.putIfAbsent(object.key(), object);
      if (first != null) {
        String message = "is there twice; the one in %s counts".formatted(first.file());
        problems.add(object.problem(Severity.ERROR, "metadata.name", message));
      }
    }
    return unique;
  }

  private boolean isTaken(ManifestObject object) {
    return object.resource() instanceof DnsZone zone && taken.contains(zone.getSpec().zoneName());
  }

  /** All at once, so that a rename across objects or a move across zones shows no gap. */
  private void putChanged(Collection<ManifestObject> present) {
    Map<ObjectKey, HasMetadata> changed = new HashMap<>();
    List<ZoneInput> zones = new ArrayList<>();
    List<RecordSetInput> recordSets = new ArrayList<>();
    for (ManifestObject object : present) {
      HasMetadata before = known.get(object.key());
      HasMetadata after = object.resource();
      if (after == null || !object.problems().isEmpty() || isSame(before, after)) {
        continue;
      }
      after.getMetadata().setGeneration(before == null ? 1 : ZoneAssembler.generation(before) + 1);
      changed.put(object.key(), after);
      switch (after) {
        case DnsZone zone -> zones.add(input(zone));
        case DnsRecordSet recordSet -> recordSets.add(input(recordSet));
        default -> throw new IllegalStateException("neither zone nor record set: " + object.key());
      }
    }
    var _ = compiler.load(zones, recordSets);
    known.putAll(changed);
  }

  private static boolean isSame(@Nullable HasMetadata before, HasMetadata after) {
    return switch (before) {
      case DnsZone zone when after instanceof DnsZone other ->
          zone.getSpec().equals(other.getSpec());
      case DnsRecordSet recordSet when after instanceof DnsRecordSet other ->
          recordSet.getSpec().equals(other.getSpec());
      case null, default -> false;
    };
  }

  private ZoneInput input(DnsZone zone) {
    ZoneVerdict verdict = compiler.zone(ZoneAssembler.id(zone));
    ZoneSource lastGood = verdict == null ? null : verdict.served();
    return new ZoneInput(ZoneAssembler.zone(zone).source(), lastGood);
  }

  private RecordSetInput input(DnsRecordSet recordSet) {
    RecordSetVerdict verdict = compiler.recordSet(ZoneAssembler.id(recordSet));
    LastGood lastGood = verdict == null ? null : lastGood(verdict.serving());
    return new RecordSetInput(ZoneAssembler.recordSet(recordSet).source(), lastGood);
  }

  private static @Nullable LastGood lastGood(@Nullable CompiledRecordSet serving) {
    return serving == null
        ? null
        : new LastGood(
            serving.generation(),
            serving.owner().toString(),
            serving.ttl(),
            serving.presentation());
  }

  private void removeAbsent(Map<ObjectKey, ManifestObject> present) {
    List<ObjectKey> gone = known.keySet().stream().filter(k -> !present.containsKey(k)).toList();
    for (ObjectKey key : gone) {
      if (known.remove(key) instanceof DnsZone) {
        var _ = compiler.removeZone(key.id());
      } else {
        var _ = compiler.removeRecordSet(key.id());
      }
    }
  }

  private List<SourceId> zones() {
    return known.values().stream()
        .filter(DnsZone.class::isInstance)
        .map(ZoneAssembler::id)
        .toList();
  }

  private void addFindings(ManifestObject object, List<Problem> problems) {
    SourceId id = object.key().id();
    if (!object.problems().isEmpty()) {
      return;
    }
    if (object.resource() instanceof DnsZone) {
      ZoneVerdict verdict = compiler.zone(id);
      if (verdict != null) {
        add(object, verdict.findings(), verdict.served() != null, problems);
      }
    } else {
      RecordSetVerdict verdict = compiler.recordSet(id);
      if (verdict != null) {
        add(object, verdict.findings(), verdict.serving() != null, problems);
      }
    }
  }

  private static void add(
      ManifestObject object, List<Finding> findings, boolean served, List<Problem> problems) {
    for (Finding finding : findings) {
      // What waits for another object may find it where it will be applied.
      Severity severity = finding.reason().waits() ? Severity.WARNING : Severity.ERROR;
      String message = finding.message() + (served ? " (still serving what was last good)" : "");
      problems.add(object.problem(severity, finding.field(), message));
    }
  }
}
