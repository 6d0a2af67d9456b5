package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the versions of one zone: from its description and from the contest of its record sets. */
final class ZoneCompiler {
  private final SourceId id;
  private final Contest contest;
  private CompiledZone description;
  private List<Claim> own = List.of();
  private Zone zone;

  ZoneCompiler(SourceId id, CompiledZone description, Serial serial, HostedNames hosted) {
    this.id = id;
    this.description = description;
    this.contest = new Contest(description.apex(), hosted);
    this.zone = Zone.empty(description.apex());
    describe(description, serial);
  }

  /** The version that the last {@link #amend} made. */
  Zone zone() {
    return zone;
  }

  /** Takes another serial. */
  void renumber(Serial serial) {
    describe(description, serial);
  }

  /**
   * Takes another description of the same apex.
   *
   * @return whether record sets must be compiled again
   */
  boolean describe(CompiledZone next, Serial serial) {
    List<Claim> claims = claims(next, serial);
    contest.replace(own, claims);
    own = claims;
    boolean otherTtl = next.defaultTtl() != description.defaultTtl();
    description = next;
    return otherTtl;
  }

  private List<Claim> claims(CompiledZone from, Serial serial) {
    Map<DomainName, List<RRset>> rrsets = new LinkedHashMap<>();
    List<RRset> apex = new ArrayList<>();
    apex.add(from.nameServers());
    apex.add(from.soa().rrset(serial));
    rrsets.put(from.apex(), apex);
    for (CompiledZone.NameServerAddresses server : from.addresses()) {
      rrsets.computeIfAbsent(server.owner(), _ -> new ArrayList<>()).addAll(server.rrsets());
    }
    return rrsets.entrySet().stream()
        .map(entry -> Claim.ofZone(id, entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Lets a record set take part, with the versions that it has now. */
  void enter(Candidate candidate) {
    boolean isNew = candidate.arena() != this;
    List<CompiledRecordSet> formerly = isNew ? List.of() : candidate.versions().all();
    boolean differs = candidate.versions().compile(description.apex(), description.defaultTtl());
    if (isNew || differs) {
      candidate.enter(this);
      contest.enter(candidate, formerly);
    }
  }

  void leave(Candidate candidate) {
    contest.leave(candidate);
  }

  /** A zone of this name came or went below. */
  void reconsiderAtOrBelow(DomainName name) {
    contest.reconsiderAtOrBelow(name);
  }

  /** Judges whom the changes concern, and returns them. */
  List<Candidate> settle() {
    return contest.settle();
  }

  /** Makes the version that follows from the changes; the same one if nothing differs. */
  Zone amend() {
    Amendment amendment = new Amendment(zone);
    contest.takeChanged().forEach(owner -> amendment.align(owner, contest.rrsetsAt(owner)));
    amendment.siblingAddresses(description.siblingAddresses());
    zone = amendment.result();
    return zone;
  }
}
