package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold for the records of a zone together. */
final class ZoneContentsCheck {
  private static final int NSEC3 = 50;

  /** What a message of 65535 octets leaves for one RRset beside its other parts. */
  private static final int MAX_RRSET = 65_000;

  private final ReadSession session;
  private final OrderedOwners owners;
  private final List<DomainName> dnames = new ArrayList<>();

  ZoneContentsCheck(ReadSession session, OrderedOwners owners) {
    this.session = session;
    this.owners = owners;
  }

  void run() {
    checkApex();
    for (OwnerRecords each : owners) {
      checkOwner(each);
    }
    if (!dnames.isEmpty()) {
      checkBelowDnames(new HashSet<>(dnames));
    }
  }

  private void checkApex() {
    OwnerRecords apex = owners.find(session.apex());
    if (isMissing(apex, RRType.SOA)) {
      whole(
          "there is no SOA record of "
              + session.apex()
              + "; write one, such as '@ SOA ns1"
              + " hostmaster 1 7200 900 1209600 300'");
    }
    if (isMissing(apex, RRType.NS)) {
      whole("there is no NS record of " + session.apex() + "; write one, such as '@ NS ns1'");
    }
    RecordGroup servers = apex == null ? null : apex.find(RRType.NS);
    if (servers != null) {
      checkAddresses(servers);
    }
  }

  private boolean isMissing(@Nullable OwnerRecords apex, int type) {
    return (apex == null || apex.find(type) == null) && !session.mayHaveUnread(type);
  }

  private void whole(String message) {
    session.problems().add(session.file(), 0, message);
  }

  /** A name server inside the zone that has no address cannot be found by anybody. */
  private void checkAddresses(RecordGroup servers) {
    for (byte[] rdata : servers.distinct()) {
      DomainName server = DomainName.fromWire(rdata, 0);
      if (server.isAtOrBelow(session.apex()) && !hasAddress(server)) {
        session
            .warnings()
            .add(
                servers.file(),
                servers.line(),
                "the name server " + server + " has no address; write an A or AAAA record");
      }
    }
  }

  private boolean hasAddress(DomainName server) {
    OwnerRecords own = owners.find(server);
    return own != null && (own.find(RRType.A) != null || own.find(RRType.AAAA) != null);
  }

  private void checkOwner(OwnerRecords each) {
    for (RecordGroup group : each.groups()) {
      switch (group.type()) {
        case RRType.SOA -> checkSoa(each.owner(), group);
        case RRType.CNAME -> checkCname(each, group);
        case RRType.DNAME -> {
          checkSingle(each.owner(), group);
          dnames.add(each.owner());
        }
        default -> {}
      }
      if (group.size() > MAX_RRSET) {
        problem(
            group,
            "the "
                + RRType.mnemonic(group.type())
                + " records of "
                + each.owner()
                + " have "
                + group.size()
                + " octets and no answer could hold them; write at most "
                + MAX_RRSET);
      }
    }
  }

  private void problem(RecordGroup group, String message) {
    session.problems().add(group.file(), group.line(), message);
  }

  private void checkSoa(DomainName owner, RecordGroup group) {
    if (!owner.equals(session.apex())) {
      problem(group, "a SOA stands at " + owner + ", which is not the apex; leave it out");
    }
    checkSingle(owner, group);
  }

  private void checkSingle(DomainName owner, RecordGroup group) {
    if (group.distinct().size() > 1) {
      problem(
          group,
          owner + " has several " + RRType.mnemonic(group.type()) + " records; write only one");
    }
  }

  private void checkCname(OwnerRecords each, RecordGroup cname) {
    checkSingle(each.owner(), cname);
    RecordGroup other = besideCname(each);
    if (other != null) {
      problem(
          cname,
          each.owner()
              + " has a CNAME and also "
              + RRType.mnemonic(other.type())
              + " (line "
              + other.line()
              + "); a CNAME stands alone, so leave one of them out");
    }
  }

  /** Data that a CNAME excludes (RFC 2181 section 10.1, RFC 4035 section 2.5), or null. */
  private static @Nullable RecordGroup besideCname(OwnerRecords each) {
    for (RecordGroup group : each.groups()) {
      switch (group.type()) {
        case RRType.CNAME, RRType.RRSIG, RRType.NSEC -> {}
        default -> {
          return group;
        }
      }
    }
    return null;
  }

  /** Data below a DNAME is never served (RFC 6672 section 2.4). */
  private void checkBelowDnames(Set<DomainName> dnameOwners) {
    for (OwnerRecords each : owners) {
      DomainName dname = dnameAbove(each.owner(), dnameOwners);
      RecordGroup hidden = dname == null ? null : hiddenData(each);
      if (hidden != null) {
        problem(
            hidden,
            each.owner()
                + " lies below the DNAME of "
                + dname
                + " and would never be served;"
                + " leave it out");
      }
    }
  }

  private @Nullable DomainName dnameAbove(DomainName owner, Set<DomainName> dnameOwners) {
    DomainName at = owner;
    while (!at.equals(session.apex())) {
      at = at.parent();
      if (dnameOwners.contains(at)) {
        return at;
      }
    }
    return null;
  }

  private static @Nullable RecordGroup hiddenData(OwnerRecords each) {
    for (RecordGroup group : each.groups()) {
      if (group.type() != NSEC3 && group.type() != RRType.RRSIG) {
        return group;
      }
    }
    return null;
  }
}
