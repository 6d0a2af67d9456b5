package io.zonewright.dns;

/** The extended DNS errors (RFC 8914) that an authoritative server has cause to send. */
public enum ExtendedError {
  OTHER(0),
  NOT_READY(14),
  PROHIBITED(18),
  NOT_AUTHORITATIVE(20),
  NOT_SUPPORTED(21),
  INVALID_DATA(24);

  private final int infoCode;

  ExtendedError(int infoCode) {
    this.infoCode = infoCode;
  }

  /** The INFO-CODE of RFC 8914 section 2. */
  public int infoCode() {
    return infoCode;
  }
}
