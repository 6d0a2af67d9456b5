package io.zonewright.dns;

/** Response codes (RFC 1035 section 4.1.1, RFC 2136, RFC 6891 section 9). */
public enum Rcode {
  NOERROR(0),
  FORMERR(1),
  SERVFAIL(2),
  NXDOMAIN(3),
  NOTIMP(4),
  REFUSED(5),
  YXDOMAIN(6),
  YXRRSET(7),
  NXRRSET(8),
  NOTAUTH(9),
  NOTZONE(10),
  BADVERS(16),
  BADCOOKIE(23);

  private final int code;

  Rcode(int code) {
    this.code = code;
  }

  /** The number; those above 15 need an OPT record, which carries the upper eight bits. */
  public int code() {
    return code;
  }
}
