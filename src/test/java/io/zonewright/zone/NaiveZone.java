package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same zone without any cleverness: a map of RRsets, every question answered by looking at all
 * ancestors of a name. What the real one is compared with.
 */
final class NaiveZone {
  record Found(Outcome outcome, DomainName node, @Nullable RRset rrset, boolean synthesized) {}

  private final DomainName apex;
  private final Map<DomainName, TreeMap<Integer, RRset>> data = new HashMap<>();

  NaiveZone(DomainName apex) {
    this.apex = apex;
  }

  void put(DomainName owner, RRset rrset) {
    data.computeIfAbsent(owner, o -> new TreeMap<>()).put(rrset.type(), rrset);
  }

  void remove(DomainName owner, int type) {
    TreeMap<Integer, RRset> node = data.get(owner);
    if (node != null) {
      node.remove(type);
      if (node.isEmpty()) {
        data.remove(owner);
      }
    }
  }

  Map<DomainName, ? extends NavigableMap<Integer, RRset>> data() {
    return data;
  }

  List<RRset> rrsets(DomainName owner) {
    TreeMap<Integer, RRset> node = data.get(owner);
    return node == null ? List.of() : List.copyOf(node.values());
  }

  /** Every owner name, and every name between one and the apex. */
  NavigableSet<DomainName> names() {
    TreeSet<DomainName> names = new TreeSet<>();
    names.add(apex);
    for (DomainName owner : data.keySet()) {
      for (DomainName at = owner; !at.equals(apex); at = at.parent()) {
        names.add(at);
      }
    }
    return names;
  }

  boolean exists(DomainName name) {
    return name.equals(apex) || data.keySet().stream().anyMatch(owner -> owner.isAtOrBelow(name));
  }

  @Nullable RRset get(DomainName name, int type) {
    TreeMap<Integer, RRset> node = data.get(name);
    return node == null ? null : node.get(type);
  }

  Found lookup(DomainName name, int type) {
    for (int labels = apex.labelCount(); labels <= name.labelCount(); labels++) {
      DomainName at = name.ancestor(labels);
      boolean parentSide = at.equals(name) && type == RRType.DS;
      if (isCut(at) && !parentSide) {
        return new Found(Outcome.REFERRAL, at, get(at, RRType.NS), false);
      }
      if (get(at, RRType.DNAME) != null && !at.equals(name)) {
        return new Found(Outcome.DNAME, at, get(at, RRType.DNAME), false);
      }
    }
    if (exists(name)) {
      return judge(name, type, false);
    }
    DomainName encloser = closestEncloser(name);
    DomainName wildcard = encloser.wildcardChild();
    return exists(wildcard)
        ? judge(wildcard, type, true)
        : new Found(Outcome.NXDOMAIN, encloser, null, false);
  }

  private Found judge(DomainName node, int type, boolean synthesized) {
    RRset exact = get(node, type);
    RRset cname = get(node, RRType.CNAME);
    if (exact != null || (type == RRType.ANY && data.containsKey(node))) {
      return new Found(Outcome.ANSWER, node, exact, synthesized);
    }
    if (cname != null) {
      return new Found(Outcome.CNAME, node, cname, synthesized);
    }
    return new Found(Outcome.NODATA, node, null, synthesized);
  }

  private DomainName closestEncloser(DomainName name) {
    DomainName at = name;
    while (!exists(at)) {
      at = at.parent();
    }
    return at;
  }

  private boolean isCut(DomainName at) {
    return !at.equals(apex) && !at.isWildcard() && get(at, RRType.NS) != null;
  }

  /** What the RRset of an owner brings along, ordered by target. */
  List<Additional> additional(DomainName owner, RRset rrset) {
    Map<DomainName, Additional> all = new LinkedHashMap<>();
    for (byte[] rdata : rrset.rdata()) {
      target(owner, rrset.type(), rdata)
          .flatMap(target -> bring(owner, rrset, rdata, target))
          .ifPresent(found -> all.merge(found.owner(), found, NaiveZone::longer));
    }
    return all.values().stream().sorted(Comparator.comparing(Additional::owner)).toList();
  }

  private static Additional longer(Additional one, Additional other) {
    return one.rrsets().size() >= other.rrsets().size() ? one : other;
  }

  private Optional<Additional> bring(
      DomainName owner, RRset rrset, byte[] rdata, DomainName target) {
    boolean glue = rrset.type() == RRType.NS && isCut(owner);
    boolean required = glue && target.isAtOrBelow(owner);
    if (!target.isAtOrBelow(apex) || (rrset.rdata().size() > 13 && !required)) {
      return Optional.empty();
    }
    List<Integer> types = new ArrayList<>(List.of(RRType.A, RRType.AAAA));
    if ((rrset.type() == RRType.SVCB || rrset.type() == RRType.HTTPS)
        && rdata[0] == 0
        && rdata[1] == 0) {
      types.add(rrset.type());
    }
    List<RRset> found = new ArrayList<>();
    for (int type : types) {
      RRset brought = glue ? glue(target, type) : authoritative(target, type);
      if (brought != null) {
        found.add(brought);
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Additional(target, found, required));
  }

  private @Nullable RRset authoritative(DomainName target, int type) {
    Found found = lookup(target, type);
    return found.outcome() == Outcome.ANSWER ? found.rrset() : null;
  }

  private @Nullable RRset glue(DomainName target, int type) {
    Found found = lookup(target, type);
    return found.outcome() == Outcome.REFERRAL ? get(target, type) : authoritative(target, type);
  }

  private static Optional<DomainName> target(DomainName owner, int type, byte[] rdata) {
    return switch (type) {
      case RRType.NS -> Optional.of(DomainName.fromWire(rdata, 0));
      case RRType.MX -> Optional.of(DomainName.fromWire(rdata, 2));
      case RRType.SRV -> Optional.of(DomainName.fromWire(rdata, 6));
      case RRType.SVCB, RRType.HTTPS -> {
        DomainName target = DomainName.fromWire(rdata, 2);
        boolean alias = rdata[0] == 0 && rdata[1] == 0;
        yield !target.isRoot()
            ? Optional.of(target)
            : alias ? Optional.empty() : Optional.of(owner);
      }
      default -> Optional.empty();
    };
  }
}
