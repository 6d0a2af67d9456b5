package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

/**
 * A certification authority authorization (RFC 8659).
 *
 * @param flags 128 for a critical property, otherwise 0
 * @param tag such as {@code issue}
 * @param value raw text, such as {@code ca.example.net}
 */
public record CaaEntry(Integer flags, String tag, String value) {
  /** Absent flags are 0; a missing tag reads as empty, which is refused. */
  public CaaEntry {
    flags = requireNonNullElse(flags, 0);
    tag = requireNonNullElse(tag, "");
    value = requireNonNullElse(value, "");
  }
}
