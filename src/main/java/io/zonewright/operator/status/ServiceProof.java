package io.zonewright.operator.status;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.SourceId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks the listeners of this process, over each address family, for the serial of a zone: only what
 * is really answered counts as served.
 */
public final class ServiceProof {
  private static final int AT_A_TIME = 4;

  private final StatusMarksQueue queue;
  private final Served served;
  private final Supplier<List<InetSocketAddress>> listeners;
  private final Set<AddressFamily> configured;
  private final Backoff<SourceId> backoff =
      new Backoff<>(Duration.ofMillis(100), Duration.ofSeconds(5));
  private final SoaProbe probe = new SoaProbe();

  /**
   * A proof over the addresses that are bound for UDP at the time of asking.
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
    this.configured = Set.copyOf(configured);
  }

  /** Begins to prove each serial that is adopted. */
  public void start() {
    queue.proofs().start("proof", AT_A_TIME, this::on);
  }

  private Optional<Duration> on(SourceId id) {
    ZoneFacts facts = served.zone(id);
    Zone zone = facts == null ? null : facts.verdict().zone();
    if (facts == null || zone == null || facts.proven() || facts.serial() == null) {
      backoff.succeeded(id);
      return Optional.empty();
    }
    if (everyFamilyAnswers(id, zone.apex(), facts.serial())) {
      backoff.succeeded(id);
      served.proven(id, facts.serial());
      return Optional.empty();
    }
    return Optional.of(backoff.failed(id));
  }

  private boolean everyFamilyAnswers(SourceId id, DomainName apex, Serial serial) {
    Map<AddressFamily, InetSocketAddress> asked =
        ProbeAddresses.of(listeners.get(), backoff.failures(id));
    return !asked.isEmpty()
        && configured.stream().allMatch(family -> asked.containsKey(family) || !family.isOnHost())
        && asked.values().stream()
            .allMatch(address -> probe.serial(address, apex).filter(serial::equals).isPresent());
  }
}
