package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.function.IntPredicate;

/**
 * A version of a record set that wants to be served.
 *
 * @param age its rank
 * @param version what it wants served
 */
record Contender(Age age, CompiledRecordSet version) {
  DomainName owner() {
    return version.owner();
  }

  String namespace() {
    return age.id().namespace();
  }

  boolean has(int type) {
    return version.claims().contains(type);
  }

  boolean hasOtherThan(IntPredicate wanted) {
    return !version.claims().stream().mapToInt(Integer::intValue).allMatch(wanted);
  }

  /** The cover that it is itself: DNAME or NS. */
  int coverType() {
    return has(RRType.DNAME) ? RRType.DNAME : RRType.NS;
  }
}
