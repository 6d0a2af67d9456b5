package io.zonewright.operator.status;

/** So many at once, and so many a second after that. */
final class Allowance {
  private final double most;
  private final double perSecond;
  private double left;
  private long last = System.nanoTime();

  Allowance(double most, double perSecond) {
    this.most = most;
    this.perSecond = perSecond;
    this.left = most;
  }

  synchronized boolean take() {
    long now = System.nanoTime();
    left = Math.min(most, left + (now - last) / 1e9 * perSecond);
    last = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
