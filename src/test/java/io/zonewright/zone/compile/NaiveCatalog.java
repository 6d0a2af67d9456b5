package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.zone.ContentDigest;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneEditor;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An oracle: judges everything anew, the oldest first, each candidate against every accepted one,
 * by the words of the semantics and without any index.
 */
final class NaiveCatalog {
  /**
   * What became of a resource.
   *
   * @param reason why it is not served as written, or null
   * @param generation what is served for it; 0 for nothing
   */
  record Outcome(@Nullable Reason reason, long generation) {}

  /** What was last accepted within this process. */
  record Memory(Map<SourceId, ZoneSource> zones, Map<SourceId, CompiledRecordSet> recordSets) {}

  /** An accepted version, or what the zone itself holds at a name. */
  private record Holding(DomainName owner, Set<Integer> types, List<RRset> rrsets) {}

  final Map<SourceId, Outcome> zones = new HashMap<>();
  final Map<SourceId, Outcome> recordSets = new HashMap<>();
  final Map<DomainName, ContentDigest> digests = new HashMap<>();
  final Set<DomainName> unavailable = new HashSet<>();

  /** What the cuts of one zone want, served or not: the owner names of their glue. */
  private record Cut(DomainName owner, List<DomainName> servers) {}

  private final Memory memory;
  private final Set<DomainName> hosted = new HashSet<>();
  private final Map<SourceId, CompiledZone> served = new HashMap<>();

  NaiveCatalog(
      Collection<ZoneInput> zoneInputs, Collection<RecordSetInput> recordSetInputs, Memory memory) {
    this.memory = memory;
    judgeZones(zoneInputs);
    Set<SourceId> known = new HashSet<>();
    zoneInputs.forEach(input -> known.add(input.source().id()));
    for (RecordSetInput input : recordSetInputs) {
      Reason waits = waits(input.source(), known);
      if (waits != null) {
        boolean valid = RecordSetCompiler.findingsInAnyZone(input.source()).isEmpty();
        recordSets.put(input.source().id(), new Outcome(valid ? waits : Reason.INVALID_DATA, 0));
      }
    }
    served.forEach((id, zone) -> contest(id, zone, recordSetInputs));
  }

  private void judgeZones(Collection<ZoneInput> inputs) {
    Map<DomainName, List<ZoneInput>> byName = new TreeMap<>();
    for (ZoneInput input : inputs) {
      DomainName name = DomainName.parse(input.source().zoneName());
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(input);
    }
    hosted.addAll(byName.keySet());
    byName.forEach(
        (name, rivals) -> {
          rivals.sort(Comparator.comparing(rival -> rival.source().age()));
          judgeOwner(name, rivals.getFirst());
          for (ZoneInput loser : rivals.subList(1, rivals.size())) {
            zones.put(loser.source().id(), new Outcome(Reason.DUPLICATE_ZONE, 0));
          }
        });
  }

  private void judgeOwner(DomainName name, ZoneInput owner) {
    SourceId id = owner.source().id();
    CompiledZone current = compiled(owner.source());
    ZoneSource older = newest(memory.zones().get(id), owner.lastGood());
    CompiledZone zone = current == null && older != null ? compiled(older) : current;
    if (zone == null) {
      unavailable.add(name);
    } else {
      served.put(id, zone);
    }
    Reason reason = current == null ? Reason.INVALID_DATA : null;
    zones.put(id, new Outcome(reason, zone == null ? 0 : zone.generation()));
  }

  private static @Nullable ZoneSource newest(@Nullable ZoneSource one, @Nullable ZoneSource two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    return one.generation() >= two.generation() ? one : two;
  }

  private static @Nullable CompiledZone compiled(ZoneSource source) {
    return ZoneSourceCompiler.compile(source) instanceof ZoneSourceCompiler.Result.Valid valid
        ? valid.zone()
        : null;
  }

  private @Nullable Reason waits(RecordSetSource source, Set<SourceId> known) {
    if (!known.contains(source.zone())) {
      return Reason.ZONE_NOT_FOUND;
    }
    return served.containsKey(source.zone()) ? null : Reason.ZONE_NOT_READY;
  }

  private void contest(SourceId id, CompiledZone zone, Collection<RecordSetInput> inputs) {
    List<Holding> accepted = new ArrayList<>();
    accepted.add(holding(zone.apex(), List.of(zone.nameServers(), zone.soa().rrset(Serial.of(1)))));
    zone.addresses().forEach(each -> accepted.add(holding(each.owner(), each.rrsets())));
    List<RecordSetInput> members =
        inputs.stream()
            .filter(input -> input.source().zone().equals(id))
            .filter(input -> !recordSets.containsKey(input.source().id()))
            .sorted(Comparator.comparing(input -> input.source().age()))
            .toList();
    List<Cut> cuts = members.stream().flatMap(input -> cut(input, zone).stream()).toList();
    members.forEach(input -> judge(input, zone, cuts, accepted));
    ZoneEditor editor = Zone.empty(zone.apex()).edit();
    editor.siblingAddresses(zone.siblingAddresses());
    accepted.forEach(each -> each.rrsets().forEach(rrset -> editor.put(each.owner(), rrset)));
    digests.put(zone.apex(), editor.commit().digest());
  }

  private static Holding holding(DomainName owner, List<RRset> rrsets) {
    Set<Integer> types = new HashSet<>();
    rrsets.forEach(rrset -> types.add(rrset.type()));
    return new Holding(owner, types, rrsets);
  }

  /** A cut that a record set wants, by the version of it that is tried first. */
  private Optional<Cut> cut(RecordSetInput input, CompiledZone zone) {
    Holding first = null;
    if (RecordSetCompiler.compile(input.source(), zone.apex(), zone.defaultTtl())
        instanceof RecordSetCompiler.Result.Valid valid) {
      first = holding(valid.recordSet().owner(), valid.recordSet().rrsets());
    } else {
      for (Map.Entry<Long, Holding> each : older(input, zone.apex()).entrySet()) {
        boolean comesFirst = first == null && each.getKey() <= input.source().generation();
        first = comesFirst ? each.getValue() : first;
      }
    }
    return first == null || !isCut(first, zone.apex())
        ? Optional.empty()
        : Optional.of(new Cut(first.owner(), servers(first)));
  }

  private static List<DomainName> servers(Holding cut) {
    return cut.rrsets().stream()
        .filter(rrset -> rrset.type() == RRType.NS)
        .flatMap(rrset -> rrset.rdata().stream())
        .map(rdata -> DomainName.fromWire(rdata, 0))
        .toList();
  }

  /** Whether another zone answers for what is not of the parent side of the cut to it. */
  private boolean isHidden(Holding wish, DomainName apex, List<Cut> cuts) {
    DomainName nearest =
        hosted.stream()
            .filter(name -> name.isBelow(apex) && wish.owner().isAtOrBelow(name))
            .min(Comparator.comparingInt(DomainName::labelCount))
            .orElse(null);
    if (nearest == null) {
      return false;
    }
    if (wish.owner().equals(nearest) && Set.of(RRType.NS, RRType.DS).containsAll(wish.types())) {
      return false;
    }
    return !Set.of(RRType.A, RRType.AAAA).containsAll(wish.types())
        || cuts.stream()
            .noneMatch(
                cut -> nearest.isAtOrBelow(cut.owner()) && cut.servers().contains(wish.owner()));
  }

  private void judge(
      RecordSetInput input, CompiledZone zone, List<Cut> cuts, List<Holding> accepted) {
    RecordSetSource source = input.source();
    Reason reason = null;
    if (RecordSetCompiler.compile(source, zone.apex(), zone.defaultTtl())
        instanceof RecordSetCompiler.Result.Valid valid) {
      CompiledRecordSet current = valid.recordSet();
      Holding wish =
          new Holding(current.owner(), new HashSet<>(current.claims()), current.rrsets());
      reason = obstacle(wish, zone.apex(), cuts, accepted);
      if (reason == null) {
        accepted.add(wish);
        recordSets.put(source.id(), new Outcome(null, source.generation()));
        return;
      }
    }
    boolean isValid = reason != null;
    long newestOlder = isValid ? source.generation() - 1 : source.generation();
    long generation = fallBack(input, newestOlder, zone.apex(), cuts, accepted);
    recordSets.put(source.id(), new Outcome(isValid ? reason : Reason.INVALID_DATA, generation));
  }

  /** The generation of the newest last good version that is free, which is then accepted; or 0. */
  private long fallBack(
      RecordSetInput input,
      long newestOlder,
      DomainName apex,
      List<Cut> cuts,
      List<Holding> accepted) {
    for (Map.Entry<Long, Holding> each : older(input, apex).entrySet()) {
      if (each.getKey() <= newestOlder && obstacle(each.getValue(), apex, cuts, accepted) == null) {
        accepted.add(each.getValue());
        return each.getKey();
      }
    }
    return 0;
  }

  /** The last good versions, the newest first. */
  private Map<Long, Holding> older(RecordSetInput input, DomainName apex) {
    Map<Long, Holding> older = new TreeMap<>(Comparator.reverseOrder());
    CompiledRecordSet remembered = memory.recordSets().get(input.source().id());
    for (LastGood each :
        Stream.of(input.lastGood(), remembered == null ? null : LastGood.of(remembered))
            .filter(Objects::nonNull)
            .toList()) {
      if (RecordSetCompiler.compile(each, apex) instanceof RecordSetCompiler.Result.Valid valid) {
        older.put(
            each.generation(), holding(valid.recordSet().owner(), valid.recordSet().rrsets()));
      }
    }
    return older;
  }

  private @Nullable Reason obstacle(
      Holding wish, DomainName apex, List<Cut> cuts, List<Holding> accepted) {
    return isHidden(wish, apex, cuts) ? Reason.BELOW_DELEGATION : conflict(wish, apex, accepted);
  }

  private static @Nullable Reason conflict(Holding wish, DomainName apex, List<Holding> accepted) {
    for (Holding each : accepted) {
      Reason reason = each.owner().equals(wish.owner()) ? atOwner(wish, each, apex) : null;
      if (reason != null) {
        return reason;
      }
    }
    for (Holding each : accepted) {
      Reason reason = wish.owner().isAtOrBelow(each.owner()) ? covered(wish, each, apex) : null;
      if (reason != null) {
        return reason;
      }
    }
    for (Holding each : accepted) {
      Reason reason = each.owner().isAtOrBelow(wish.owner()) ? hides(wish, each, apex) : null;
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private static @Nullable Reason atOwner(Holding wish, Holding other, DomainName apex) {
    if (wish.types().stream().anyMatch(other.types()::contains)) {
      return Reason.NAME_CONFLICT;
    }
    boolean alias = wish.types().contains(RRType.CNAME) || other.types().contains(RRType.CNAME);
    boolean cutAtDname = isCut(wish, apex) && other.types().contains(RRType.DNAME);
    return alias || cutAtDname ? Reason.CNAME_CONFLICT : null;
  }

  private static @Nullable Reason covered(Holding wish, Holding cover, DomainName apex) {
    boolean same = wish.owner().equals(cover.owner());
    if (cover.types().contains(RRType.DNAME) && !same) {
      return Reason.CNAME_CONFLICT;
    }
    return isCut(cover, apex) && !fits(wish.types(), same) ? Reason.BELOW_DELEGATION : null;
  }

  private static @Nullable Reason hides(Holding cover, Holding other, DomainName apex) {
    boolean same = other.owner().equals(cover.owner());
    if (cover.types().contains(RRType.DNAME) && !same) {
      return Reason.CNAME_CONFLICT;
    }
    return isCut(cover, apex) && !fits(other.types(), same) ? Reason.NAME_CONFLICT : null;
  }

  private static boolean isCut(Holding holding, DomainName apex) {
    return holding.types().contains(RRType.NS) && !holding.owner().equals(apex);
  }

  private static boolean fits(Set<Integer> types, boolean atCut) {
    Set<Integer> allowed = new HashSet<>(Set.of(RRType.A, RRType.AAAA));
    if (atCut) {
      allowed.addAll(Set.of(RRType.NS, RRType.DS));
    }
    return allowed.containsAll(types);
  }
}
