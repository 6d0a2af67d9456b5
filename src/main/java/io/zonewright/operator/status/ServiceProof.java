package io.zonewright.operator.status;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.SourceId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Asks the listeners of this process, over UDP and TCP of each address family, for the serial of a
 * zone: only what is really answered counts as served.
 */
public final class ServiceProof {
  private static final int AT_A_TIME = 4;

  /** Zones that were not answered take no more than these, each for as long as a timeout. */
  private static final int RETRIES_AT_A_TIME = 2;

  private static final Duration UNTIL_NEXT_RETRY = Duration.ofMillis(500);

  private final StatusMarksQueue queue;
  private final Served served;
  private final Supplier<List<InetSocketAddress>> listeners;
  private final Inquiry inquiry;
  private final Semaphore retries = new Semaphore(RETRIES_AT_A_TIME);
  private final Backoff<SourceId> backoff =
      new Backoff<>(Duration.ofMillis(100), Duration.ofSeconds(5));

  /**
   * A proof over the addresses that are bound at the time of asking, for UDP and TCP each.
   *
   * @param listeners empty while none is bound
   * @param configured the families that must answer, as far as this host has them
   */
  public ServiceProof(
      StatusMarksQueue queue,
      Served served,
      Supplier<List<InetSocketAddress>> listeners,
      Set<AddressFamily> configured) {
    this.queue = queue;
    this.served = served;
    this.listeners = listeners;
    this.inquiry = new Inquiry(configured);
  }

  /** Begins to prove each serial that is adopted. */
  public void start() {
    queue.proofs().start("proof", AT_A_TIME, this::on);
  }

  private Optional<Duration> on(SourceId id) {
    if (backoff.failures(id) == 0) {
      return proveNewest(id);
    }
    if (!retries.tryAcquire()) {
      return Optional.of(UNTIL_NEXT_RETRY);
    }
    try {
      return proveNewest(id);
    } finally {
      retries.release();
    }
  }

  private Optional<Duration> proveNewest(SourceId id) {
    ZoneFacts facts = served.zone(id);
    Zone zone = facts == null ? null : facts.verdict().zone();
    if (facts == null || zone == null || facts.proven() || facts.serial() == null) {
      backoff.succeeded(id);
      return Optional.empty();
    }
    return prove(id, zone.apex(), facts.serial());
  }

  private Optional<Duration> prove(SourceId id, DomainName apex, Serial serial) {
    List<InetSocketAddress> bound = listeners.get();
    if (bound.isEmpty()) {
      return Optional.of(backoff.failed(id)); // not yet or no longer: nothing to tell about a zone
    }
    Evidence evidence = inquiry.ask(bound, backoff.failures(id), apex, serial);
    served.asked(id, evidence);
    if (evidence.isComplete()) {
      backoff.succeeded(id);
      return Optional.empty();
    }
    return Optional.of(backoff.failed(id));
  }
}
