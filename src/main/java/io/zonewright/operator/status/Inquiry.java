package io.zonewright.operator.status;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Asks one address of each family for the serial of a zone, over UDP and TCP, all at once: one that
 * is silent takes no longer than one timeout.
 */
final class Inquiry {
  private static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

  private final SoaProbe udp = new SoaProbe(new UdpExchange());
  private final SoaProbe tcp = new SoaProbe(new TcpExchange());
  private final Set<AddressFamily> configured;

  /** One that expects these families to answer, as far as this host has them. */
  Inquiry(Set<AddressFamily> configured) {
    this.configured = Set.copyOf(configured);
  }

  /**
   * What the server answers.
   *
   * @param bound the addresses that it listens on, over UDP and TCP each
   * @param attempt counts the attempts that failed
   */
  Evidence ask(List<InetSocketAddress> bound, int attempt, DomainName apex, Serial serial) {
    Map<AddressFamily, InetSocketAddress> asked = ProbeAddresses.of(bound, attempt);
    Map<AddressFamily, CompletableFuture<Reach>> answers = new EnumMap<>(AddressFamily.class);
    asked.forEach((family, address) -> answers.put(family, reach(address, apex, serial)));
    Map<AddressFamily, Reach> families = new EnumMap<>(AddressFamily.class);
    for (AddressFamily family : AddressFamily.values()) {
      CompletableFuture<Reach> answer = answers.get(family);
      families.put(family, answer == null ? unbound(family) : answer.join());
    }
    return new Evidence(serial, families);
  }

  private CompletableFuture<Reach> reach(
      InetSocketAddress address, DomainName apex, Serial serial) {
    return isServed(udp, address, apex, serial)
        .thenCombine(isServed(tcp, address, apex, serial), Reach::of);
  }

  private static CompletableFuture<Boolean> isServed(
      SoaProbe probe, InetSocketAddress address, DomainName apex, Serial serial) {
    return CompletableFuture.supplyAsync(
        () -> probe.serial(address, apex).filter(serial::equals).isPresent(), AT_ONCE);
  }

  private Reach unbound(AddressFamily family) {
    return configured.contains(family) && family.isOnHost() ? Reach.UNBOUND : Reach.ABSENT;
  }
}
