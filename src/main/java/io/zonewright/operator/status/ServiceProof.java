package io.zonewright.operator.status;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.SourceId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the listeners of this process, over each address family, for the serial of a zone: only what
 * is really answered counts as served.
 */
public final class ServiceProof {
  private static final int AT_A_TIME = 4;
  private static final Duration AGAIN = Duration.ofMillis(100);

  private final StatusMarksQueue queue;
  private final Served served;
  private final Supplier<List<InetSocketAddress>> listeners;
  private final SoaProbe probe = new SoaProbe();

  /**
   * A proof over the addresses that are bound for UDP at the time of asking.
   *
   * @param listeners empty while none is bound
   */
  public ServiceProof(
      StatusMarksQueue queue, Served served, Supplier<List<InetSocketAddress>> listeners) {
    this.queue = queue;
    this.served = served;
    this.listeners = listeners;
  }

  /** Begins to prove each serial that is adopted. */
  public void start() {
    queue.proofs().start("proof", AT_A_TIME, this::on);
  }

  private Optional<Duration> on(SourceId id) {
    ZoneFacts facts = served.zone(id);
    Zone zone = facts == null ? null : facts.verdict().zone();
    if (facts == null || zone == null || facts.proven() || facts.serial() == null) {
      return Optional.empty();
    }
    if (everyFamilyAnswers(zone.apex(), facts.serial())) {
      served.proven(id, facts.serial());
      return Optional.empty();
    }
    return Optional.of(AGAIN);
  }

  private boolean everyFamilyAnswers(DomainName apex, Serial serial) {
    Collection<InetSocketAddress> addresses = onePerFamily(listeners.get());
    return !addresses.isEmpty()
        && addresses.stream()
            .allMatch(address -> probe.serial(address, apex).filter(serial::equals).isPresent());
  }

  private static Collection<InetSocketAddress> onePerFamily(List<InetSocketAddress> bound) {
    Map<Class<? extends InetAddress>, InetSocketAddress> families = new LinkedHashMap<>();
    bound.forEach(address -> families.putIfAbsent(address.getAddress().getClass(), address));
    return families.values();
  }
}
