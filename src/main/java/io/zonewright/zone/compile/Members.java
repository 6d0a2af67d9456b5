package io.zonewright.zone.compile;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The record sets that name one DnsZone, whether it exists or not, and what became of them. */
final class Members {
  private final Set<Candidate> candidates = new LinkedHashSet<>();
  private int programmed;
  private int conflicted;
  private int rejected;

  void add(Candidate candidate) {
    candidates.add(candidate);
  }

  /** Takes one out, with its verdict. */
  void remove(Candidate candidate) {
    candidates.remove(candidate);
    count(candidate.verdict(), -1);
  }

  Iterable<Candidate> candidates() {
    return candidates;
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  /** The verdict of one of them changed. */
  void recount(@Nullable RecordSetVerdict before, @Nullable RecordSetVerdict after) {
    count(before, -1);
    count(after, 1);
  }

  ZoneVerdict.Counts counts() {
    return new ZoneVerdict.Counts(candidates.size(), programmed, conflicted, rejected);
  }

  private void count(@Nullable RecordSetVerdict verdict, int by) {
    if (verdict == null) {
      return;
    }
    if (verdict.accepted()) {
      programmed += by;
      return;
    }
    Reason reason = verdict.findings().getFirst().reason();
    if (reason.isConflict()) {
      conflicted += by;
    } else if (!reason.waits()) {
      rejected += by;
    }
  }
}
