package io.zonewright.zone.compile.rdata;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of one piece of data; never leaves this package. What leaves it is {@link
 * Parsed.Bad}.
 */
final class MalformedTextException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String advice;

  /** Something is wrong, and an example of the whole data shows how to write it. */
  MalformedTextException(String problem) {
    this(problem, null);
  }

  /** Something is wrong, and the advice says what to write for just that. */
  MalformedTextException(String problem, @Nullable String advice) {
    super(problem, null, false, false);
    this.advice = advice;
  }

  /** The sentence for the user. */
  String sentence(String generalAdvice) {
    return getMessage() + "; " + (advice == null ? generalAdvice : advice);
  }
}
