package io.zonewright.operator.status;

import io.zonewright.zone.compile.SourceId;

/** A resource whose status may have to be written. */
record StatusKey(Kind kind, SourceId id) {
  enum Kind {
    ZONE("DnsZone"),
    /** Not the zone itself: the record sets that wait for its proof. */
    PROOF("proof of DnsZone"),
    RECORD_SET("DnsRecordSet");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  @Override
  public String toString() {
    return kind.text + " " + id;
  }
}
