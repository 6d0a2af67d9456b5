package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.compile.rdata.PlainData;
import io.zonewright.zone.compile.rdata.PlainLine;
import io.zonewright.zone.compile.rdata.PlainNames;
import io.zonewright.zone.compile.rdata.Rdata;
import org.jspecify.annotations.Nullable;

/** A record that stands in a {@link PlainLine}. */
record PlainRecord(DomainName owner, RecordHeader header, Rdata data) {
  /** Reads them, one after the other. For one thread. */
  static final class Reader {
    private final PlainNames owners = new PlainNames();
    private final PlainData data = new PlainData();

    /**
     * Reads a line.
     *
     * @param before the owner name of the record before it
     * @param origin what relative names stand below
     * @return null unless everything in it is right, and as plain as most of it is in most files
     */
    @Nullable PlainRecord read(PlainLine line, @Nullable DomainName before, DomainName origin) {
      DomainName owner = line.indented() ? before : owner(line, origin);
      RecordHeader header = PlainHeader.read(line, line.indented() ? 0 : 1);
      if (owner == null || header == null) {
        return null;
      }
      Rdata rdata = data.read(header.type(), line, header.dataAt(), origin);
      return rdata == null ? null : new PlainRecord(owner, header, rdata);
    }

    private @Nullable DomainName owner(PlainLine line, DomainName origin) {
      return line.first(0) == '$' ? null : owners.read(line, 0, origin);
    }
  }
}
