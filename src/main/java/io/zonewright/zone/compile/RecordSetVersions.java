package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one record set that may be served, in the order in which they are tried: the
 * current generation if it is valid, then what was last accepted, here or as its status tells.
 */
final class RecordSetVersions {
  private RecordSetSource source;
  private @Nullable LastGood lastGood;
  private @Nullable Compiled compiled;
  private @Nullable Accepted remembered;
  private @Nullable CompiledRecordSet restored;
  private List<CompiledRecordSet> all = List.of();

  /** What the current description gives in a zone. */
  private record Compiled(DomainName apex, int defaultTtl, RecordSetCompiler.Result result) {}

  /** What was last accepted here, and in which zone. */
  private record Accepted(DomainName apex, CompiledRecordSet version) {
    /** As it stands in a zone: another one may refuse it, or have another place for it. */
    @Nullable CompiledRecordSet in(DomainName other) {
      return other.equals(apex) ? version : compiled(LastGood.of(version), other);
    }
  }

  RecordSetVersions(CatalogCompiler.RecordSetInput input) {
    this.source = input.source();
    this.lastGood = input.lastGood();
  }

  RecordSetSource source() {
    return source;
  }

  boolean isFrom(CatalogCompiler.RecordSetInput input) {
    return source.equals(input.source()) && sameLastGood(input.lastGood());
  }

  private boolean sameLastGood(@Nullable LastGood other) {
    return lastGood == null ? other == null : lastGood.equals(other);
  }

  /** Takes another description; {@link #compile} must follow. */
  void update(CatalogCompiler.RecordSetInput input) {
    if (!source.equals(input.source())) {
      compiled = null;
    }
    if (!sameLastGood(input.lastGood())) {
      restored = null;
    }
    if (input.source().generation() < source.generation()) {
      remembered = null; // another resource of the same name
    }
    source = input.source();
    lastGood = input.lastGood();
  }

  /** Compiles what is not compiled yet for such a zone; true if that can change what is served. */
  boolean compile(DomainName apex, int defaultTtl) {
    if (compiled != null && !compiled.apex.equals(apex)) {
      compiled = null;
      restored = null;
    }
    boolean stale = compiled == null || (source.ttl() == null && compiled.defaultTtl != defaultTtl);
    Compiled next =
        stale || compiled == null
            ? new Compiled(apex, defaultTtl, RecordSetCompiler.compile(source, apex, defaultTtl))
            : compiled;
    compiled = next;
    return arrange(next) || stale;
  }

  /** All versions, the one to try first in front. */
  List<CompiledRecordSet> all() {
    return all;
  }

  /** The version that is tried first, or null if there is none. */
  @Nullable CompiledRecordSet foremost() {
    return all.isEmpty() ? null : all.getFirst();
  }

  /** The current generation, or null if it is not valid. */
  @Nullable CompiledRecordSet current() {
    return compiled != null && compiled.result instanceof RecordSetCompiler.Result.Valid valid
        ? valid.recordSet()
        : null;
  }

  /** What is wrong with the current generation in itself. */
  List<Finding> findings() {
    return compiled != null && compiled.result instanceof RecordSetCompiler.Result.Invalid invalid
        ? invalid.findings()
        : List.of();
  }

  /**
   * What is wrong with the current generation in whatever zone it were; the same whether it was in
   * one before or not.
   */
  List<Finding> findingsInAnyZone() {
    return current() == null ? RecordSetCompiler.findingsInAnyZone(source) : List.of();
  }

  /** The current generation was accepted: from now on it is what to fall back to. */
  boolean remember() {
    CompiledRecordSet current = current();
    if (current == null || compiled == null) {
      return false;
    }
    Accepted accepted = new Accepted(compiled.apex, current);
    if (accepted.equals(remembered)) {
      return false;
    }
    remembered = accepted;
    return arrange(compiled);
  }

  private boolean arrange(Compiled from) {
    List<CompiledRecordSet> next = new ArrayList<>(1);
    if (remembered != null && isBehind(remembered.version().generation())) {
      addFallback(next, remembered.in(from.apex));
    }
    addFallback(next, restored(from.apex));
    next.sort(Comparator.comparingLong(CompiledRecordSet::generation).reversed());
    CompiledRecordSet current = current();
    if (current != null) {
      next.addFirst(current);
    }
    boolean changed = !next.equals(all);
    all = changed ? List.copyOf(next) : all;
    return changed;
  }

  private static void addFallback(
      List<CompiledRecordSet> versions, @Nullable CompiledRecordSet version) {
    if (version != null) {
      versions.add(withClaimsOfItsData(version));
    }
  }

  /** A version of the current generation is of use only if the current description is not. */
  private boolean isBehind(long generation) {
    return current() == null ? generation <= source.generation() : generation < source.generation();
  }

  private @Nullable CompiledRecordSet restored(DomainName apex) {
    if (lastGood == null || !isBehind(lastGood.generation()) || isRemembered(lastGood)) {
      return null;
    }
    if (restored == null) {
      restored = compiled(lastGood, apex);
    }
    return restored;
  }

  private boolean isRemembered(LastGood other) {
    return remembered != null && remembered.version().generation() == other.generation();
  }

  private static @Nullable CompiledRecordSet compiled(LastGood lastGood, DomainName apex) {
    return RecordSetCompiler.compile(lastGood, apex) instanceof RecordSetCompiler.Result.Valid valid
        ? valid.recordSet()
        : null;
  }

  /**
   * The status keeps data and not the type A+AAAA. What is remembered must not block more than what
   * a restart would find there.
   */
  private static CompiledRecordSet withClaimsOfItsData(CompiledRecordSet version) {
    List<Integer> types = version.rrsets().stream().map(RRset::type).toList();
    return new CompiledRecordSet(
        version.generation(),
        version.owner(),
        version.ttl(),
        version.rrsets(),
        types,
        version.presentation());
  }
}
