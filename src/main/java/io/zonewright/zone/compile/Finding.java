package io.zonewright.zone.compile;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a description.
 *
 * @param reason its kind
 * @param field where, such as {@code spec.mx[1].exchange}, or null if no single field is to blame
 * @param message one sentence for the user: what is wrong and what to write instead, without the
 *     field
 */
public record Finding(Reason reason, @Nullable String field, String message) {
  /** The message with the field in front. */
  public String text() {
    return field == null ? message : field + ": " + message;
  }
}
