package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

/**
 * A TLS certificate association (RFC 6698).
 *
 * @param usage 0 to 3 in use, up to 255
 * @param selector 0 for the whole certificate, 1 for its public key
 * @param matchingType 0 for the data itself, 1 for SHA-256, 2 for SHA-512
 * @param data in lower-case hexadecimal
 */
public record TlsaEntry(int usage, int selector, int matchingType, String data) {
  /** Missing data reads as empty, which is refused. */
  public TlsaEntry {
    data = requireNonNullElse(data, "");
  }
}
