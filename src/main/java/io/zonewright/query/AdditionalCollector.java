package io.zonewright.query;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.Additional;
import io.zonewright.zone.RRset;
import java.util.List;

/**
 * Collects the additional section: the addresses of what the answer and the referral point at, as
 * the zone worked them out beforehand. Each RRset comes once; glue that a referral needs comes
 * first (RFC 9471).
 */
final class AdditionalCollector {
  private final Response response;

  AdditionalCollector(Response response) {
    this.response = response;
  }

  /** Collects for everything that is in the answer and authority sections. */
  void collect() {
    Section authority = response.authority();
    for (int i = 0; i < authority.size(); i++) {
      addRequired(authority.get(i).rrset());
    }
    addOptional(authority);
    addOptional(response.answer());
  }

  /** All of it, whatever the size of the delegation; a zone names each target of an RRset once. */
  private void addRequired(RRset rrset) {
    for (int i = 0; i < rrset.additionalCount(); i++) {
      Additional glue = rrset.additional(i);
      for (int j = 0; glue.required() && j < glue.rrsets().size(); j++) {
        response.additional().add().set(glue.owner(), glue.rrsets().get(j), true);
      }
    }
  }

  private void addOptional(Section section) {
    for (int i = 0; i < section.size(); i++) {
      PlacedRRset placed = section.get(i);
      for (int j = 0; j < placed.rrset().additionalCount(); j++) {
        Additional additional = placed.rrset().additional(j);
        ChainName asked = placed.chainOwner();
        if (asked != null && isOfItsWildcard(placed, additional)) {
          addOptional(asked, additional);
        } else {
          addOptional(additional);
        }
      }
    }
  }

  /** A service binding whose target is its owner (RFC 9460 section 2.5), which is a wildcard. */
  private static boolean isOfItsWildcard(PlacedRRset placed, Additional additional) {
    int type = placed.rrset().type();
    return (type == RRType.SVCB || type == RRType.HTTPS) && additional.owner().isWildcard();
  }

  private void addOptional(ChainName asked, Additional addresses) {
    for (int i = 0; i < addresses.rrsets().size(); i++) {
      response.additional().add().setOptional(asked, addresses.rrsets().get(i));
    }
  }

  private void addOptional(Additional addresses) {
    List<RRset> rrsets = addresses.rrsets();
    for (int i = 0; i < rrsets.size(); i++) {
      if (isNew(addresses.owner(), rrsets.get(i))) {
        response.additional().add().set(addresses.owner(), rrsets.get(i), false);
      }
    }
  }

  private boolean isNew(DomainName owner, RRset rrset) {
    return !response.answer().contains(owner, rrset.type())
        && !response.additional().contains(owner, rrset.type());
  }
}
