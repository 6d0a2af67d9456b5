package io.zonewright.dns;

import java.io.Serial;

/** Says that a text or some bytes are not a domain name. The message is meant for users. */
public final class InvalidNameException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  /** Makes one with a message that says what is wrong with the name. */
  public InvalidNameException(String message) {
    super(message);
  }
}
