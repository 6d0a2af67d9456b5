package io.zonewright.operator.status;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long to wait before a key is tried again: twice as long each time, up to a bound. */
final class Backoff<K> {
  private static final int MOST_DOUBLINGS = 16;

  private final Map<K, Integer> failures = new ConcurrentHashMap<>();
  private final Duration first;
  private final Duration last;

  Backoff(Duration first, Duration last) {
    this.first = first;
    this.last = last;
  }

  /** Takes note of a failure; returns how long to wait after it. */
  Duration failed(K key) {
    int count = failures.merge(key, 1, Integer::sum);
    Duration delay = first.multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
    return delay.compareTo(last) < 0 ? delay : last;
  }

  /** How often the key has failed since it last succeeded. */
  int failures(K key) {
    return failures.getOrDefault(key, 0);
  }

  /** Begins anew. */
  void succeeded(K key) {
    failures.remove(key);
  }

  void clear() {
    failures.clear();
  }
}
