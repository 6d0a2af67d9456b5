package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what an RRset brings into the additional section, from the data of one version. */
final class AdditionalResolver {
  /** An RRset with more records brings nothing, so that no answer grows without bound. */
  private static final int MAX_RECORDS = 13;

  private final ZoneNode apex;
  private final NameBuffer path = new NameBuffer();

  AdditionalResolver(ZoneNode apex) {
    this.apex = apex;
  }

  /** What an RRset of a node brings. */
  List<Additional> resolve(ZoneNode node, RRset rrset) {
    if (!Targets.has(rrset.type())) {
      return List.of();
    }
    boolean referral = rrset.type() == RRType.NS && node.delegates() && !isApex(node);
    List<Additional> all = new ArrayList<>();
    for (Map.Entry<DomainName, Targets.Need> entry : Targets.of(node.owner(), rrset).entrySet()) {
      DomainName target = entry.getKey();
      boolean required = referral && target.isAtOrBelow(node.owner());
      if (!required && rrset.size() > MAX_RECORDS) {
        continue;
      }
      List<RRset> rrsets = dataOf(target, referral, rrset.type(), entry.getValue());
      if (!rrsets.isEmpty()) {
        all.add(new Additional(target, rrsets, required));
      }
    }
    return all;
  }

  private boolean isApex(ZoneNode node) {
    return node.owner().wireLength() == apex.owner().wireLength();
  }

  private List<RRset> dataOf(DomainName target, boolean glue, int type, Targets.Need need) {
    ZoneNode source = target.isAtOrBelow(apex.owner()) ? source(target, glue) : null;
    List<RRset> rrsets = new ArrayList<>(2);
    if (source != null) {
      add(source.find(RRType.A), rrsets);
      add(source.find(RRType.AAAA), rrsets);
      if (need == Targets.Need.ADDRESSES_AND_BINDINGS) {
        add(source.find(type), rrsets);
      }
    }
    return List.copyOf(rrsets);
  }

  private static void add(@Nullable RRset rrset, List<RRset> rrsets) {
    if (rrset != null) {
      rrsets.add(rrset.bare());
    }
  }

  /**
   * The node that has the data of a target: its own, or the wildcard that stands for it; null if
   * there is none, or it is not authoritative and {@code glue} does not allow that.
   */
  private @Nullable ZoneNode source(DomainName target, boolean glue) {
    path.set(target);
    boolean occluded = false;
    ZoneNode node = apex;
    for (int label = target.labelCount() - apex.owner().labelCount() - 1; label >= 0; label--) {
      if (node.redirects() && !occluded) {
        return null;
      }
      ZoneNode child = node.child(path.octets(), path.labelStart(label));
      if (child == null) {
        return occluded ? null : node.wildcardChild();
      }
      node = child;
      occluded |= node.delegates();
      if (occluded && !glue) {
        return null;
      }
    }
    return node;
  }
}
