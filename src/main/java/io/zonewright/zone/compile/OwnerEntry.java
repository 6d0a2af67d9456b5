package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Who contends for an owner name, and who holds what of it. */
final class OwnerEntry {
  private static final Comparator<Claim> BY_RANK =
      Comparator.comparing(Claim::age, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final DomainName owner;
  private final List<Candidate> contenders = new ArrayList<>(1);
  private final List<Claim> claims = new ArrayList<>(1);

  OwnerEntry(DomainName owner) {
    this.owner = owner;
  }

  DomainName owner() {
    return owner;
  }

  /** Those with a version, served or not, at this owner name; the oldest first. */
  List<Candidate> contenders() {
    return contenders;
  }

  /** What is taken; the claim of the zone first, then the oldest. */
  List<Claim> claims() {
    return claims;
  }

  boolean isEmpty() {
    return contenders.isEmpty() && claims.isEmpty();
  }

  void add(Candidate contender) {
    int at = Collections.binarySearch(contenders, contender);
    if (at < 0) {
      contenders.add(-at - 1, contender);
    }
  }

  void remove(Candidate contender) {
    int at = Collections.binarySearch(contenders, contender);
    if (at >= 0) {
      contenders.remove(at);
    }
  }

  /** The contenders that come after a rank: all of them after the zone itself. */
  List<Candidate> outrankedBy(Claim claim) {
    Age age = claim.age();
    if (age == null) {
      return contenders;
    }
    int at = firstAfter(age);
    return contenders.subList(at, contenders.size());
  }

  private int firstAfter(Age age) {
    int low = 0;
    int high = contenders.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (contenders.get(middle).age().compareTo(age) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void add(Claim claim) {
    int at = Collections.binarySearch(claims, claim, BY_RANK);
    if (at >= 0) {
      throw new IllegalStateException(claim.holder() + " already holds " + owner);
    }
    claims.add(-at - 1, claim);
  }

  void remove(Claim claim) {
    int at = Collections.binarySearch(claims, claim, BY_RANK);
    if (at < 0) {
      throw new IllegalStateException(claim.holder() + " does not hold " + owner);
    }
    claims.remove(at);
  }
}
