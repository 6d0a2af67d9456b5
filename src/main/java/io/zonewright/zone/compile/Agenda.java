package io.zonewright.zone.compile;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The candidates that are to be judged, the oldest first. Judging one can only ask for younger ones
 * to be judged, so each comes up once.
 */
final class Agenda {
  private final Queue<Candidate> queue = new PriorityQueue<>();
  private final Set<Candidate> queued = new HashSet<>();

  void add(Candidate candidate) {
    if (queued.add(candidate)) {
      queue.add(candidate);
    }
  }

  void addAll(Iterable<Candidate> candidates) {
    candidates.forEach(this::add);
  }

  void remove(Candidate candidate) {
    if (queued.remove(candidate)) {
      queue.remove(candidate);
    }
  }

  /** The oldest, which is no longer on the agenda; null if there is none. */
  @Nullable Candidate next() {
    Candidate next = queue.poll();
    if (next != null) {
      queued.remove(next);
    }
    return next;
  }
}
