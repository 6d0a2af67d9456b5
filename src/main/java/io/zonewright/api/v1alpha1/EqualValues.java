package io.zonewright.api.v1alpha1;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives one instance for values that are equal, of those that it met lately.
 *
 * <p>Each value has one place in a table of fixed size, and the last one that came keeps it:
 * nothing has to be cleared away, and threads need no lock, for who loses a race has an instance of
 * its own, which is as good.
 *
 * @param <T> of values that nobody changes
 */
final class EqualValues<T> {
  private static final int PLACES = 1 << 12;

  private final AtomicReferenceArray<T> table = new AtomicReferenceArray<>(PLACES);

  /** An instance that is equal to this one, which may be itself. */
  T of(T value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    T known = table.getAcquire(place);
    if (value.equals(known)) {
      return known;
    }
    table.setRelease(place, value);
    return value;
  }
}
