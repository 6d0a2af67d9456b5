package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.dns.Serial;
import io.zonewright.operator.Shelf.Novelty;
import io.zonewright.operator.status.Evidence;
import io.zonewright.operator.status.Served;
import io.zonewright.operator.status.StatusMarks;
import io.zonewright.operator.status.ZoneFacts;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.RecordSetVerdict;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneVerdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where every change of a resource is compiled and published, at once and one after the other.
 *
 * <p>Nothing here waits for the network: the lock is held for a compilation and no longer, so the
 * way from a change to its answer is never behind status writes. What comes before {@link #open} is
 * ignored, because opening loads the whole world as the synced caches hold it.
 */
public final class Desk implements Served {
  private static final Logger LOG = Logger.getLogger(Desk.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final CatalogCompiler compiler;
  private final StatusMarks marks;
  private final Shelf zones = new Shelf();
  private final Shelf recordSets = new Shelf();
  private final Map<SourceId, ZoneLedger> ledgers = new HashMap<>();
  private volatile LongConsumer applied = nanos -> {};
  private volatile boolean opening;
  private boolean open;

  /** A desk that publishes to the catalog and tells {@code marks} what changed. */
  public Desk(ZoneCatalog catalog, StatusMarks marks) {
    this.compiler = new CatalogCompiler(catalog);
    this.marks = marks;
  }

  /**
   * Has told how long each change took from its turn at a reconciler to its publication, in
   * nanoseconds. When its event came is not known: the SDK keeps no time of it, and hands over a
   * copy of what its cache holds by then.
   */
  public void onApplied(LongConsumer observer) {
    applied = observer;
  }

  /**
   * Loads the whole world and publishes it at once; from then on each change is published.
   *
   * <p>The world is asked for when changes are wanted and have to wait, so none is lost: what comes
   * later is newer than what is loaded, or followed by what is.
   */
  public void open(
      Supplier<? extends Collection<DnsZone>> allZones,
      Supplier<? extends Collection<DnsRecordSet>> allRecordSets) {
    opening = true;
    locked(
        () -> {
          IdentityHashMap<DnsZone, ZoneInput> zoneInputs =
              readable(allZones.get(), ZoneAssembler::zone);
          IdentityHashMap<DnsRecordSet, RecordSetInput> recordSetInputs =
              readable(allRecordSets.get(), ZoneAssembler::recordSet);
          tell(compiler.load(zoneInputs.values(), recordSetInputs.values()));
          zoneInputs.keySet().forEach(zones::take);
          recordSetInputs.keySet().forEach(recordSets::take);
          zoneInputs.keySet().forEach(this::resume);
          open = true;
          return null;
        });
    markAll();
  }

  /** Whether changes are wanted: those that came before are in the caches that are loaded. */
  boolean isOpening() {
    return opening;
  }

  /** Whether a resource is in another state than the one that was taken of it. */
  boolean isNews(HasMetadata resource) {
    Shelf shelf = resource instanceof DnsZone ? zones : recordSets;
    return locked(() -> shelf.compare(resource) != Novelty.NONE);
  }

  /** One that cannot be read is left out, for the others' sake. */
  private static <R extends HasMetadata, I> IdentityHashMap<R, I> readable(
      Collection<R> resources, Function<R, I> reader) {
    IdentityHashMap<R, I> inputs = new IdentityHashMap<>();
    for (R resource : resources) {
      try {
        inputs.put(resource, reader.apply(resource));
      } catch (RuntimeException e) {
        LOG.errorf(e, "%s is left out", ZoneAssembler.id(resource));
      }
    }
    return inputs;
  }

  /**
   * Takes what was not taken of all that there is. As at the opening, what there is is asked for
   * when changes have to wait.
   */
  void review(
      Supplier<? extends Collection<DnsZone>> allZones,
      Supplier<? extends Collection<DnsRecordSet>> allRecordSets) {
    locked(
        () -> {
          allZones.get().forEach(zone -> review(zone, this::putZone));
          allRecordSets.get().forEach(recordSet -> review(recordSet, this::putRecordSet));
          return null;
        });
  }

  private static <R extends HasMetadata> void review(R resource, Function<R, Novelty> put) {
    try {
      Novelty novelty = put.apply(resource);
      LOG.debugf("%s was reviewed: %s", ZoneAssembler.id(resource), novelty);
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s is left out", ZoneAssembler.id(resource));
    }
  }

  /** Marks every resource, for a writer that has to look at all of them. */
  public void markAll() {
    locked(
        () -> {
          marks.zones(zones.ids());
          marks.recordSets(recordSets.ids());
          return null;
        });
  }

  /** Takes a zone as it is now. */
  public void put(DnsZone resource) {
    applying(() -> open ? putZone(resource) : Novelty.NONE);
  }

  private Novelty putZone(DnsZone resource) {
    Novelty novelty = zones.compare(resource);
    switch (novelty) {
      case NONE -> {}
      case SUCCESSOR -> replace(resource);
      case ECHO, CHANGE -> {
        tell(compiler.putZone(ZoneAssembler.zone(resource)));
        adoptFromStatus(resource);
      }
    }
    zones.take(resource);
    return novelty;
  }

  private void replace(DnsZone resource) {
    Changes changes = compiler.replaceZone(ZoneAssembler.zone(resource));
    ledgers.remove(ZoneAssembler.id(resource));
    tell(changes);
    resume(resource);
  }

  /** Takes a record set as it is now. */
  public void put(DnsRecordSet resource) {
    applying(() -> open ? putRecordSet(resource) : Novelty.NONE);
  }

  private Novelty putRecordSet(DnsRecordSet resource) {
    Novelty novelty = recordSets.compare(resource);
    switch (novelty) {
      case NONE -> {}
      case SUCCESSOR -> tell(compiler.replaceRecordSet(ZoneAssembler.recordSet(resource)));
      case ECHO, CHANGE -> tell(compiler.putRecordSet(ZoneAssembler.recordSet(resource)));
    }
    recordSets.take(resource);
    return novelty;
  }

  /** Takes note that a zone is gone. */
  public void remove(DnsZone resource) {
    applying(
        () -> {
          boolean gone = open && zones.remove(resource);
          if (gone) {
            removeZone(ZoneAssembler.id(resource));
          }
          return gone ? Novelty.CHANGE : Novelty.NONE;
        });
  }

  private void removeZone(SourceId id) {
    tell(compiler.removeZone(id));
    ledgers.remove(id);
  }

  /** Takes note that a record set is gone. */
  public void remove(DnsRecordSet resource) {
    applying(
        () -> {
          boolean gone = open && recordSets.remove(resource);
          if (gone) {
            tell(compiler.removeRecordSet(ZoneAssembler.id(resource)));
          }
          return gone ? Novelty.CHANGE : Novelty.NONE;
        });
  }

  /** Keeps the ledgers of what was just published, and marks what changed. */
  private void tell(Changes changes) {
    for (SourceId id : changes.zones()) {
      ZoneVerdict verdict = compiler.zone(id);
      Serial caughtUp = verdict == null ? null : ledger(id).published(verdict);
      if (caughtUp != null) {
        serve(id, caughtUp);
      }
    }
    marks.zones(changes.zones());
    marks.recordSets(changes.recordSets());
  }

  private ZoneLedger ledger(SourceId zone) {
    return ledgers.computeIfAbsent(zone, unknown -> new ZoneLedger());
  }

  /** When a zone is first seen here: it is served with its sealed serial already. */
  private void resume(DnsZone resource) {
    DnsZoneStatus status = resource.getStatus();
    if (status != null && status.serial() != null) {
      adoptFromStatus(resource);
      ledger(ZoneAssembler.id(resource)).floor(Serial.of(status.serial()));
    }
  }

  private void adoptFromStatus(DnsZone resource) {
    DnsZoneStatus status = resource.getStatus();
    if (status != null && status.serial() != null && status.contentDigest() != null) {
      adopt(ZoneAssembler.id(resource), Serial.of(status.serial()), status.contentDigest());
    }
  }

  @Override
  public void adopt(SourceId zone, Serial serial, String digest) {
    adopting(zone, serial, ledger -> ledger.adopt(serial, digest));
  }

  @Override
  public void sealed(SourceId zone, Serial serial, ZoneFacts content) {
    String digest = content.digest();
    if (digest != null) {
      long version = content.verdict().version();
      adopting(zone, serial, ledger -> ledger.adopt(serial, digest, version));
    }
  }

  private void adopting(SourceId zone, Serial serial, Predicate<ZoneLedger> adoption) {
    locked(
        () -> {
          if (compiler.zone(zone) != null && adoption.test(ledger(zone))) {
            serve(zone, serial);
          }
          return null;
        });
  }

  private void serve(SourceId zone, Serial serial) {
    compiler.setSerial(zone, serial);
    marks.adopted(zone);
  }

  @Override
  public void asked(SourceId zone, Evidence evidence) {
    locked(
        () -> {
          ZoneLedger ledger = ledgers.get(zone);
          if (ledger != null && ledger.note(evidence)) {
            markAsked(zone, evidence);
          }
          return null;
        });
  }

  private void markAsked(SourceId zone, Evidence evidence) {
    if (evidence.isComplete()) {
      marks.proven(zone);
    } else {
      marks.zones(List.of(zone));
    }
  }

  @Override
  public @Nullable ZoneFacts zone(SourceId id) {
    return locked(
        () -> {
          ZoneVerdict verdict = compiler.zone(id);
          return verdict == null ? null : ledger(id).facts(verdict);
        });
  }

  @Override
  public @Nullable SourceId rival(SourceId zone) {
    return locked(() -> compiler.rival(zone));
  }

  @Override
  public @Nullable RecordSetFacts recordSet(SourceId id, SourceId zone) {
    return locked(
        () -> {
          RecordSetVerdict verdict = compiler.recordSet(id);
          return verdict == null ? null : facts(verdict, ledgers.get(zone));
        });
  }

  private static RecordSetFacts facts(RecordSetVerdict verdict, @Nullable ZoneLedger zone) {
    return new RecordSetFacts(
        verdict, zone == null ? null : zone.provenSerial(verdict.zoneVersion()));
  }

  /** How many resources there are, and how they fare. */
  public record Figures(
      int zones, int servedZones, int recordSets, int programmed, int conflicted, int rejected) {
    @Override
    public String toString() {
      return "%d zones, %d of them served; %d record sets, %d of them served as written"
          .formatted(zones, servedZones, recordSets, programmed);
    }
  }

  /** Counts what is known now; what is in none of the states waits. */
  public Figures figures() {
    return locked(
        () -> {
          List<ZoneVerdict> verdicts =
              zones.ids().stream().map(compiler::zone).filter(Objects::nonNull).toList();
          return new Figures(
              verdicts.size(),
              (int) verdicts.stream().filter(verdict -> verdict.zone() != null).count(),
              recordSets.size(),
              verdicts.stream().mapToInt(verdict -> verdict.counts().programmed()).sum(),
              verdicts.stream().mapToInt(verdict -> verdict.counts().conflicted()).sum(),
              verdicts.stream().mapToInt(verdict -> verdict.counts().rejected()).sum());
        });
  }

  private void applying(Supplier<Novelty> change) {
    long begin = System.nanoTime();
    Novelty novelty = locked(change);
    if (novelty == Novelty.CHANGE || novelty == Novelty.SUCCESSOR) {
      applied.accept(System.nanoTime() - begin);
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }
}
