package io.zonewright.zone.compile.rdata;

/**
 * What reading a text gave.
 *
 * @param <T> what the text stands for
 */
public sealed interface Parsed<T> {
  /** The text is well formed. */
  record Good<T>(T value) implements Parsed<T> {}

  /** It is not; the message is one sentence for the user that shows a right example. */
  record Bad<T>(String message) implements Parsed<T> {}
}
