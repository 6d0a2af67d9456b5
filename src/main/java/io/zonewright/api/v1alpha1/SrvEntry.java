package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

/**
 * The location of a service (RFC 2782).
 *
 * @param priority the lowest is tried first, 0 to 65535
 * @param weight the share among those of one priority, 0 to 65535
 * @param port 0 to 65535
 * @param target the host, absolute; {@code .} for a service that is not offered
 */
public record SrvEntry(int priority, int weight, int port, String target) {
  /** A missing target reads as empty, which is refused as a name. */
  public SrvEntry {
    target = requireNonNullElse(target, "");
  }
}
