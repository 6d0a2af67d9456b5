package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a service binding (RFC 9460 section 2.1).
 *
 * @param key such as {@code alpn}, or {@code key65280}
 * @param value in presentation form without quotes; null for a key that takes none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SvcParam(String key, @Nullable String value) {
  /** A missing key reads as empty, which is refused. */
  public SvcParam {
    key = requireNonNullElse(key, "");
  }
}
