package io.zonewright.query;

import io.zonewright.dns.RRType;
import io.zonewright.dns.Rcode;
import io.zonewright.zone.Lookup;
import io.zonewright.zone.Outcome;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneNode;
import io.zonewright.zone.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Collects answer and authority section from one zone (RFC 1034 section 4.3.2, RFC 6672 section
 * 3.2), following aliases as long as they stay in the zone and out of the zones below it.
 */
final class AnswerCollector {
  /** Where the data of the first record begins in a packed RRset, behind its length. */
  private static final int FIRST_RDATA = 2;

  private final Lookup lookup = new Lookup();
  private final ZoneSelector selector;
  private final AliasChain chain;
  private final Response response;

  AnswerCollector(ZoneSelector selector, AliasChain chain, Response response) {
    this.selector = selector;
    this.chain = chain;
    this.response = response;
  }

  /**
   * Answers the first name of the chain.
   *
   * @param catalog what is served, of which the zone is one
   * @param negativeSoa the SOA for negative answers of the zone
   */
  void collect(Catalog catalog, Zone zone, RRset negativeSoa, int type) {
    response.authoritative(true);
    zone.lookup(chain.current().folded(), type, lookup);
    while (collectOutcome(zone, negativeSoa, type)) {
      zone.lookup(chain.current().folded(), type, lookup);
      if (lookup.outcome() != Outcome.REFERRAL && !isOfZone(zone, catalog, type)) {
        return;
      }
    }
  }

  /** Lets go of the zone, which would stay in memory until the next query. */
  void forget() {
    lookup.forget();
  }

  /** Returns whether there is a next name to look up. */
  private boolean collectOutcome(Zone zone, RRset negativeSoa, int type) {
    switch (lookup.outcome()) {
      case ANSWER -> answer(zone, type);
      case CNAME -> {
        return cname(zone, type);
      }
      case DNAME -> {
        return dname(zone, type);
      }
      case REFERRAL -> refer();
      case NODATA -> deny(zone, negativeSoa, Rcode.NOERROR);
      case NXDOMAIN -> deny(zone, negativeSoa, Rcode.NXDOMAIN);
    }
    return false;
  }

  /**
   * Whether the name that an alias led to is this zone's to answer. A zone below that is served
   * here knows the name, and this one would deny it if it lacks the cut.
   */
  private boolean isOfZone(Zone zone, Catalog catalog, int type) {
    Catalog.Entry entry = selector.select(catalog, chain.current().folded(), type);
    return entry != null && entry.apex().equals(zone.apex());
  }

  private void answer(Zone zone, int type) {
    RRset found = lookup.rrset();
    RRset rrset = found == null ? MinimalAny.choose(lookup.node()) : found;
    response.answer().add().set(chain.current(), rrset);
    if (zone.siblingAddresses()) {
      addSibling(type);
    }
  }

  /**
   * The other address family of the name that has the answer. It is last in its section, as an
   * address RRset brings nothing else along, and is left out before anything else.
   */
  private void addSibling(int type) {
    RRset sibling = sibling(lookup.node(), type);
    if (sibling != null) {
      response.additional().add().setOptional(chain.current(), sibling);
    }
  }

  private static @Nullable RRset sibling(ZoneNode node, int type) {
    return switch (type) {
      case RRType.A -> node.find(RRType.AAAA);
      case RRType.AAAA -> node.find(RRType.A);
      default -> null;
    };
  }

  private boolean cname(Zone zone, int type) {
    RRset cname = foundRRset();
    response.answer().add().set(chain.current(), cname);
    if (stopsAtAlias(type) || chain.isFull()) {
      return false;
    }
    chain.next().set(cname.packed(), FIRST_RDATA);
    return advance(zone);
  }

  private boolean dname(Zone zone, int type) {
    RRset dname = foundRRset();
    ZoneNode owner = lookup.node();
    if (!response.answer().contains(owner.owner(), RRType.DNAME)) {
      response.answer().add().set(owner.owner(), dname, true);
    }
    if (chain.isFull()) {
      return false;
    }
    if (!substitute(owner, dname)) {
      response.rcode(Rcode.YXDOMAIN);
      return false;
    }
    response.answer().add().setSynthesized(chain.current(), dname, chain.next());
    return !isAliasItself(type) && !growsForever(owner) && advance(zone);
  }

  private boolean substitute(ZoneNode owner, RRset dname) {
    ChainName current = chain.current();
    int labels = current.folded().labelCount() - owner.owner().labelCount();
    return chain
        .next()
        .setSubstituted(current, current.prefixLength(labels), dname.packed(), FIRST_RDATA);
  }

  /** The target of the DNAME is below the DNAME, so that it would be applied again and again. */
  private boolean growsForever(ZoneNode owner) {
    return chain.next().folded().length() > chain.current().folded().length()
        && chain.next().isAtOrBelow(owner.owner());
  }

  private boolean advance(Zone zone) {
    return chain.next().isAtOrBelow(zone.apex()) && chain.advance();
  }

  /** Types that a CNAME is an answer for, or that can stand beside it (RFC 4035 section 2.5). */
  private static boolean stopsAtAlias(int type) {
    return isAliasItself(type) || type == RRType.RRSIG || type == RRType.NSEC;
  }

  /** Types that a CNAME is an answer for; beside one that is synthesized nothing stands. */
  private static boolean isAliasItself(int type) {
    return type == RRType.CNAME || type == RRType.ANY;
  }

  private void refer() {
    response.authoritative(!response.answer().isEmpty());
    response.authority().add().set(lookup.node().owner(), foundRRset(), true);
  }

  private void deny(Zone zone, RRset negativeSoa, Rcode rcode) {
    response.rcode(rcode);
    response.authority().add().set(zone.apex(), negativeSoa, true);
  }

  private RRset foundRRset() {
    RRset found = lookup.rrset();
    if (found == null) {
      throw new IllegalStateException(lookup.outcome() + " without an RRset");
    }
    return found;
  }
}
