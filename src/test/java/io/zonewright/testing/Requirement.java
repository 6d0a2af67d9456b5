package io.zonewright.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What a test needs from the machine: absent, the test is skipped, or fails where none may be. */
public final class Requirement {
  private Requirement() {}

  /**
   * Ends the test because the machine lacks something.
   *
   * @param message one sentence: what is missing and how to get it
   * @return never; declared so that callers can {@code throw} it
   */
  public static AssertionError missing(String message) {
    if (nothingMayBeSkipped()) {
      fail(message);
    }
    abort(message);
    return new AssertionError(message);
  }

  /**
   * Skips the test, even where nothing may be skipped, because the machine cannot do what it needs
   * and no installation would change that.
   *
   * @param message one sentence: what the machine cannot do
   * @return never; declared so that callers can {@code throw} it
   */
  public static AssertionError impossible(String message) {
    abort(message);
    return new AssertionError(message);
  }

  private static boolean nothingMayBeSkipped() {
    return "true".equals(System.getenv("CI")) || Boolean.getBoolean("zonewright.requireAll");
  }
}
