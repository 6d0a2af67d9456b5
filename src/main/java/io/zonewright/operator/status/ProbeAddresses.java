package io.zonewright.operator.status;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which of the bound addresses are asked: one of each family, and another one after a failure. */
final class ProbeAddresses {
  private static final Comparator<InetSocketAddress> LOOPBACK_FIRST =
      Comparator.comparing(bound -> !bound.getAddress().isLoopbackAddress());

  private ProbeAddresses() {}

  /**
   * Chooses one address of each family; link-local ones only if nothing else is bound.
   *
   * @param attempt counts the attempts that failed
   */
  static Map<AddressFamily, InetSocketAddress> of(List<InetSocketAddress> bound, int attempt) {
    Map<AddressFamily, InetSocketAddress> chosen = new EnumMap<>(AddressFamily.class);
    for (AddressFamily family : AddressFamily.values()) {
      List<InetSocketAddress> candidates = reachable(bound).stream().filter(in(family)).toList();
      if (!candidates.isEmpty()) {
        chosen.put(family, candidates.get(attempt % candidates.size()));
      }
    }
    return chosen;
  }

  private static List<InetSocketAddress> reachable(List<InetSocketAddress> bound) {
    List<InetSocketAddress> reachable =
        bound.stream()
            .filter(address -> !address.getAddress().isLinkLocalAddress())
            .sorted(LOOPBACK_FIRST)
            .toList();
    return reachable.isEmpty() ? bound : reachable;
  }

  private static Predicate<InetSocketAddress> in(AddressFamily family) {
    return address -> AddressFamily.of(address.getAddress()) == family;
  }
}
