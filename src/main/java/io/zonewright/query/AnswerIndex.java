package io.zonewright.query;

/**
 * Where the answers of a memory are, by hash: buckets of as many positions as fit into a line of
 * the processor's cache.
 */
final class AnswerIndex {
  /** Returned in place of a position. */
  static final long NONE = -1;

  /** The positions of one bucket. */
  static final int WAYS = 8;

  /** The octets of an answer for which there is one place. */
  private static final int OCTETS_PER_PLACE = 64;

  private static final int TAG_SHIFT = 48;
  private static final long POSITION = (1L << TAG_SHIFT) - 1;

  /** A greater position has no room beside the tag. */
  static final long LAST_POSITION = POSITION - 1;

  /** The tag of a hash above its position plus one; 0 is an empty place. */
  private final long[] places;

  private final int mask;

  /**
   * Makes an empty index.
   *
   * @param octets how much memory it is to describe: 0 or a power of two, at least 512
   */
  AnswerIndex(int octets) {
    places = new long[Math.max(WAYS, octets / OCTETS_PER_PLACE)];
    mask = places.length - WAYS;
  }

  /** The part of the hash that chooses the bucket is not the one that is the tag. */
  private int bucket(long hash) {
    return (int) hash & mask;
  }

  private static long tag(long hash) {
    return hash >>> TAG_SHIFT << TAG_SHIFT;
  }

  /** Reads the bucket of a hash. */
  long touch(long hash) {
    return places[bucket(hash)];
  }

  /** The position of the first place of a bucket that matches, or {@link #NONE}. */
  long firstMatch(long hash) {
    for (int way = 0; way < WAYS; way++) {
      long position = match(hash, way);
      if (position != NONE) {
        return position;
      }
    }
    return NONE;
  }

  /** The position in a place of the bucket, if it may be the one of this hash. */
  long match(long hash, int way) {
    long place = places[bucket(hash) + way];
    return place != 0 && (place & ~POSITION) == tag(hash) ? (place & POSITION) - 1 : NONE;
  }

  /**
   * Puts a position in place of another of the same hash, of one that is no longer valid, or of the
   * oldest.
   *
   * @param firstValid positions before it are no longer valid
   */
  void put(long hash, long position, long firstValid) {
    int bucket = bucket(hash);
    int victim = bucket;
    for (int way = 0; way < WAYS; way++) {
      long place = places[bucket + way];
      if (place == 0 || (place & ~POSITION) == tag(hash) || (place & POSITION) <= firstValid) {
        victim = bucket + way;
        break;
      }
      if ((place & POSITION) < (places[victim] & POSITION)) {
        victim = bucket + way;
      }
    }
    places[victim] = tag(hash) | (position + 1);
  }
}
