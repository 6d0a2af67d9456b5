package io.zonewright.dns.wire;

/** What the OPT record of a query says (RFC 6891). Overwritten from query to query. */
public final class EdnsQuery {
  /** The DO bit among the flags (RFC 3225). */
  static final int DNSSEC_OK = 0x8000;

  private boolean present;
  private boolean malformed;
  private int version;
  private int payloadSize;
  private boolean dnssecOk;
  private boolean nsidAsked;
  private boolean cookiePresent;

  EdnsQuery() {}

  void reset() {
    present = false;
    malformed = false;
    version = 0;
    payloadSize = 0;
    dnssecOk = false;
    nsidAsked = false;
    cookiePresent = false;
  }

  /** Takes over the fixed part: the class and the TTL of the record. */
  void set(int recordClass, int ttl) {
    present = true;
    payloadSize = recordClass;
    version = (ttl >> 16) & 0xff;
    dnssecOk = (ttl & DNSSEC_OK) != 0;
  }

  void askNsid() {
    nsidAsked = true;
  }

  void haveCookie() {
    cookiePresent = true;
  }

  void setMalformed() {
    malformed = true;
  }

  /** Whether the query has an OPT record. */
  public boolean isPresent() {
    return present;
  }

  /** Whether an option contradicts its definition or runs beyond the record. */
  public boolean isMalformed() {
    return malformed;
  }

  /** The EDNS version. */
  public int version() {
    return version;
  }

  /** The greatest datagram that the client takes, in octets, as it says. */
  public int payloadSize() {
    return payloadSize;
  }

  /** The DO bit (RFC 3225). */
  public boolean dnssecOk() {
    return dnssecOk;
  }

  /** Whether the client asks for the identity of the server (RFC 5001). */
  public boolean nsidAsked() {
    return nsidAsked;
  }

  /** Whether there is a well-formed COOKIE option (RFC 7873). */
  public boolean cookiePresent() {
    return cookiePresent;
  }
}
