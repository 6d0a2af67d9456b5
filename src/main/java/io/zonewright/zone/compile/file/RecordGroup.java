package io.zonewright.zone.compile.file;

import io.zonewright.zone.RRset;
import io.zonewright.zone.compile.rdata.Rdata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of one owner name and type as they are read. */
final class RecordGroup {
  private static final int RECORD_OVERHEAD = 12;

  private final int type;
  private final Path file;
  private final int line;
  private final List<Rdata> records = new ArrayList<>(1);
  private int ttl;

  /** Begins with the first record. */
  RecordGroup(FileRecord first) {
    type = first.type();
    file = first.file();
    line = first.line();
    ttl = first.ttl();
    records.add(first.rdata());
  }

  /** Adds a record; of several TTLs the least counts (RFC 2181 section 5.2). */
  void add(FileRecord next) {
    records.add(next.rdata());
    ttl = Math.min(ttl, next.ttl());
  }

  int type() {
    return type;
  }

  /** Where the first of the records stands. */
  Path file() {
    return file;
  }

  int line() {
    return line;
  }

  int ttl() {
    return ttl;
  }

  /** The records in canonical order, each once. */
  List<Rdata> distinct() {
    return records.size() == 1 ? records : Rdata.distinct(type, records);
  }

  /** The octets that they take in an answer. */
  int size() {
    int size = 0;
    for (Rdata rdata : records) {
      size += rdata.length() + RECORD_OVERHEAD;
    }
    return size;
  }

  RRset toRRset() {
    List<byte[]> wire = new ArrayList<>(records.size());
    for (Rdata rdata : distinct()) {
      wire.add(rdata.toWire());
    }
    return RRset.of(type, ttl, wire);
  }
}
