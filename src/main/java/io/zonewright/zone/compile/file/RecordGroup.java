package io.zonewright.zone.compile.file;

import io.zonewright.dns.CanonicalRdata;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of one owner name and type as they are read. */
final class RecordGroup {
  private static final int RECORD_OVERHEAD = 12;

  private final int type;
  private final Path file;
  private final int line;
  private final byte[] first;
  private @Nullable List<byte[]> others;
  private int ttl;

  /** Begins with the first record. */
  RecordGroup(FileRecord record) {
    type = record.type();
    file = record.file();
    line = record.line();
    ttl = record.ttl();
    first = record.rdata().toWire();
  }

  /** Adds records of the same type; of several TTLs the least counts (RFC 2181 section 5.2). */
  void add(RecordGroup next, Problems warnings) {
    if (next.ttl != ttl && type != RRType.RRSIG) {
      warnings.add(next.file, next.line, otherTtl(next.ttl));
    }
    ttl = Math.min(ttl, next.ttl);
    if (others == null) {
      others = new ArrayList<>(1);
    }
    others.addAll(next.all());
  }

  private String otherTtl(int next) {
    return "the TTL "
        + next
        + " differs from "
        + ttl
        + " of the same RRset; the least of them is used (RFC 2181 section 5.2)";
  }

  private List<byte[]> all() {
    if (others == null) {
      return List.of(first);
    }
    List<byte[]> all = new ArrayList<>(others);
    all.addFirst(first);
    return all;
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

  /** The records in canonical order, each once. */
  List<byte[]> distinct() {
    return others == null
        ? List.of(first)
        : CanonicalRdata.distinct(type, all(), Function.identity());
  }

  /** The octets that they take in an answer. */
  int size() {
    int size = first.length + RECORD_OVERHEAD;
    if (others != null) {
      for (byte[] rdata : others) {
        size += rdata.length + RECORD_OVERHEAD;
      }
    }
    return size;
  }

  RRset toRRset() {
    return RRset.of(type, ttl, all());
  }
}
