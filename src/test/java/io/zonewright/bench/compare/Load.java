package io.zonewright.bench.compare;

import java.util.Arrays;

/**
 * What came of asking a server for some time.
 *
 * @param right answers with the response code of their kind
 * @param wrong answers with another one
 * @param lost queries without an answer
 */
record Load(long right, long wrong, long lost) {
  /** From the line that the load generator prints. */
  static Load of(String line) {
    long[] counts = Arrays.stream(line.strip().split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Load(counts[0], counts[1], counts[2]);
  }
}
