package io.zonewright.query;

import io.zonewright.dns.wire.Header;
import io.zonewright.dns.wire.MessageWriter;
import java.util.Arrays;

/** Writes the sections of a response and counts their records. */
final class SectionEncoder {
  private static final int ANSWER = 0;
  private static final int AUTHORITY = 1;
  private static final int ADDITIONAL = 2;

  private final int[] counts = new int[3];
  private final MessageWriter writer;
  private final RRsetEncoder rrsets;
  private boolean omitted;
  private boolean synthesized;

  SectionEncoder(MessageWriter writer, RRsetEncoder rrsets) {
    this.writer = writer;
    this.rrsets = rrsets;
  }

  /** Begins a message: room for the header, no records. */
  void begin() {
    Arrays.fill(counts, 0);
    omitted = false;
    synthesized = false;
    for (int i = 0; i < Header.LENGTH; i += 4) {
      writer.u32(0);
    }
  }

  /**
   * Writes what fits, whole RRsets at a time.
   *
   * @return false if something is missing without which the response is truncated
   */
  boolean write(Response response) {
    return write(response.answer(), ANSWER)
        && write(response.authority(), AUTHORITY)
        && write(response.additional(), ADDITIONAL);
  }

  private boolean write(Section section, int index) {
    for (int i = 0; i < section.size(); i++) {
      PlacedRRset placed = section.get(i);
      int mark = writer.position();
      int records = rrsets.write(placed);
      if (!writer.overflowed()) {
        counts[index] += records;
        synthesized |= placed.synthesizedTarget() != null;
        continue;
      }
      writer.rewind(mark);
      omitted = true;
      if (placed.isRequired()) {
        return false;
      }
    }
    return true;
  }

  /** Whether something was left out that did not fit. */
  boolean hasOmitted() {
    return omitted;
  }

  /** Whether there is a record that was made up from the name asked. */
  boolean hasSynthesized() {
    return synthesized;
  }

  /**
   * Writes the header into the room left for it.
   *
   * @param opts the number of OPT records, which were written by another
   */
  void writeHeader(int id, int flags, int questions, int opts) {
    writer.u16At(0, id);
    writer.u16At(2, flags);
    writer.u16At(4, questions);
    writer.u16At(6, counts[ANSWER]);
    writer.u16At(8, counts[AUTHORITY]);
    writer.u16At(10, counts[ADDITIONAL] + opts);
  }
}
