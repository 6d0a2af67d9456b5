package io.zonewright.zone.compile;

/** What a TTL may be (RFC 2181 section 8). */
final class TtlRule {
  private TtlRule() {}

  static void check(String field, int ttl, Findings findings) {
    if (ttl < 0) {
      findings.invalid(
          field, ttl + " is not a TTL between 0 and 2147483647; write for example 3600");
    }
  }
}
