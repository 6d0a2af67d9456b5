package io.zonewright.bench.compare;

/** What keeps servers from being compared, in one sentence for who has asked for it. */
final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchFailure(String sentence) {
    super(sentence);
  }
}
