package io.zonewright.query;

/**
 * The names that one answer passes through, from the one asked on. Bounded, and free of loops: what
 * was passed once is not passed again.
 */
final class AliasChain {
  private final ChainName[] names;
  private int last;

  /** Makes a chain of the name asked and at most {@code limit} more. */
  AliasChain(int limit) {
    names = new ChainName[limit + 1];
    for (int i = 0; i < names.length; i++) {
      names[i] = new ChainName();
    }
  }

  /** Begins again; the caller fills {@link #first} with the name asked. */
  void reset() {
    last = 0;
  }

  /** The name asked. */
  ChainName first() {
    return names[0];
  }

  /** The name to be looked up now. */
  ChainName current() {
    return names[last];
  }

  /** Whether the limit is reached, and {@link #next} must not be called. */
  boolean isFull() {
    return last + 1 == names.length;
  }

  /** The name after the current one, to be filled. */
  ChainName next() {
    return names[last + 1];
  }

  /**
   * Goes on to {@link #next}.
   *
   * @return false if the chain passed through that name before
   */
  boolean advance() {
    ChainName next = next();
    for (int i = 0; i <= last; i++) {
      if (names[i].equalsIgnoringCase(next)) {
        return false;
      }
    }
    last++;
    return true;
  }
}
