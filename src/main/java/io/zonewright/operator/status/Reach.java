package io.zonewright.operator.status;

/** How far a serial is answered over one address family. */
public enum Reach {
  /** Over UDP and TCP. */
  SERVED(""),
  /** Over TCP alone. */
  NO_UDP(" (no answer over UDP)"),
  /** Over UDP alone. */
  NO_TCP(" (no answer over TCP)"),
  /** Neither over UDP nor over TCP. */
  SILENT(" (no answer)"),
  /** It should be served, and no address is bound. */
  UNBOUND(" (no address is bound)"),
  /** Not to be served, or this host has no address of the family. */
  ABSENT("");

  private final String remark;

  Reach(String remark) {
    this.remark = remark;
  }

  static Reach of(boolean udp, boolean tcp) {
    if (udp) {
      return tcp ? SERVED : NO_TCP;
    }
    return tcp ? NO_UDP : SILENT;
  }

  /** Why the family is not served, in brackets behind its name. */
  String remark() {
    return remark;
  }

  /** Whether the family should be served and is not. */
  boolean isMissing() {
    return this != SERVED && this != ABSENT;
  }
}
