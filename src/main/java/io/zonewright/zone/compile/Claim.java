package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Types of an owner name that are taken.
 *
 * @param owner the owner name
 * @param types what is taken there; may be more than {@code rrsets} holds (A+AAAA takes both)
 * @param rrsets what is served for it
 * @param holder the resource that holds it
 * @param age how old the record set is that holds it; null if the zone itself does, which outranks
 *     every record set
 */
record Claim(
    DomainName owner, List<Integer> types, List<RRset> rrsets, SourceId holder, @Nullable Age age) {

  static Claim ofRecordSet(Age age, CompiledRecordSet version) {
    return new Claim(version.owner(), version.claims(), version.rrsets(), age.id(), age);
  }

  static Claim ofZone(SourceId zone, DomainName owner, List<RRset> rrsets) {
    List<Integer> types = rrsets.stream().map(RRset::type).toList();
    return new Claim(owner, types, List.copyOf(rrsets), zone, null);
  }

  boolean outranks(Age other) {
    return age == null || age.compareTo(other) < 0;
  }

  boolean has(int type) {
    return types.contains(type);
  }

  /** Whether it stands in the way of the same candidates as {@code other}. */
  boolean coversSameGround(Claim other) {
    return owner.equals(other.owner) && types.equals(other.types);
  }

  /** Whether it rules over the names below it: a zone cut or a DNAME. */
  boolean isCover(DomainName apex) {
    return isCover(owner, types, apex);
  }

  static boolean isCover(DomainName owner, List<Integer> types, DomainName apex) {
    return types.contains(RRType.DNAME) || (types.contains(RRType.NS) && !owner.equals(apex));
  }

  /** The first type that a predicate holds for, or -1. */
  int firstType(IntPredicate wanted) {
    for (int type : types) {
      if (wanted.test(type)) {
        return type;
      }
    }
    return -1;
  }

  /** The holder, as somebody in the given namespace may be told. */
  String holderAsSeenFrom(String namespace) {
    String kind = age == null ? "DnsZone" : "DnsRecordSet";
    return holder.namespace().equals(namespace)
        ? kind + " " + holder
        : "a " + kind + " of another namespace";
  }
}
