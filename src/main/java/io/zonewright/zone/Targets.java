package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that an RRset points at and whose addresses a response should bring along. */
final class Targets {
  /** What a response brings along for a target. */
  enum Need {
    /** A and AAAA. */
    ADDRESSES,
    /**
     * Also the RRset of the same type, because a SVCB record is an alias (RFC 9460 section 4.1).
     */
    ADDRESSES_AND_BINDINGS
  }

  private static final int NO_TARGET = -1;

  private Targets() {}

  /** Whether RRsets of a type point at names. */
  static boolean has(int type) {
    return offset(type) != NO_TARGET;
  }

  /** Where the target begins in the data of a record. */
  private static int offset(int type) {
    return switch (type) {
      case RRType.NS -> 0;
      case RRType.MX, RRType.SVCB, RRType.HTTPS -> 2;
      case RRType.SRV -> 6;
      default -> NO_TARGET;
    };
  }

  /**
   * Refuses an RRset whose targets do not read.
   *
   * @throws io.zonewright.dns.InvalidNameException if one does not
   */
  static void check(RRset rrset) {
    of(DomainName.ROOT, rrset);
  }

  /** Each target once, in the order of the records; empty for types without. */
  static Map<DomainName, Need> of(DomainName owner, RRset rrset) {
    int offset = offset(rrset.type());
    if (offset == NO_TARGET) {
      return Map.of();
    }
    Map<DomainName, Need> targets = new LinkedHashMap<>();
    byte[] packed = rrset.packed();
    for (int at = 0; at < packed.length; at = RdataPacking.next(packed, at)) {
      DomainName target = DomainName.fromWire(packed, at + 2 + offset);
      if (isBinding(rrset.type())) {
        boolean alias = packed[at + 2] == 0 && packed[at + 3] == 0;
        addBinding(owner, target, alias, targets);
      } else {
        targets.put(target, Need.ADDRESSES);
      }
    }
    return targets;
  }

  private static boolean isBinding(int type) {
    return type == RRType.SVCB || type == RRType.HTTPS;
  }

  /** A root target means the owner itself, or with an alias nothing (RFC 9460 section 2.5). */
  private static void addBinding(
      DomainName owner, DomainName target, boolean alias, Map<DomainName, Need> targets) {
    if (alias && !target.isRoot()) {
      targets.put(target, Need.ADDRESSES_AND_BINDINGS);
    } else if (!alias) {
      targets.putIfAbsent(target.isRoot() ? owner : target, Need.ADDRESSES);
    }
  }
}
