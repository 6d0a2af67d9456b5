package io.zonewright.zone;

import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;

/**
 * The algorithm of RFC 1034 section 4.3.2, step 3, with DNAME (RFC 6672 section 3.2) and wildcards
 * (RFC 4592): from the apex down label by label, until the name is matched, a zone cut or a DNAME
 * takes over, or no label matches.
 */
final class Descent {
  private Descent() {}

  static void walk(ZoneNode apex, NameBuffer name, int type, Lookup result) {
    result.begin();
    ZoneNode node = apex;
    int label = name.labelCount() - apex.owner().labelCount();
    while (label > 0) {
      if (node.redirects()) {
        result.found(Outcome.DNAME, node, node.find(RRType.DNAME));
        return;
      }
      label--;
      ZoneNode child = node.child(name.octets(), name.labelStart(label));
      if (child == null) {
        missing(node, type, result);
        return;
      }
      node = child;
      if (node.delegates() && !(label == 0 && type == RRType.DS)) {
        result.found(Outcome.REFERRAL, node, node.find(RRType.NS));
        return;
      }
    }
    matched(node, type, result);
  }

  private static void missing(ZoneNode closestEncloser, int type, Lookup result) {
    ZoneNode source = closestEncloser.hasWildcard() ? closestEncloser.wildcardChild() : null;
    if (source == null) {
      result.found(Outcome.NXDOMAIN, closestEncloser, null);
    } else {
      result.synthesized();
      matched(source, type, result);
    }
  }

  private static void matched(ZoneNode node, int type, Lookup result) {
    RRset rrset = node.find(type);
    if (rrset != null || (type == RRType.ANY && node.rrsetCount() > 0)) {
      result.found(Outcome.ANSWER, node, rrset);
      return;
    }
    RRset alias = node.find(RRType.CNAME);
    result.found(alias == null ? Outcome.NODATA : Outcome.CNAME, node, alias);
  }
}
