package io.zonewright.query;

import io.zonewright.dns.ExtendedError;
import io.zonewright.dns.Rcode;
import io.zonewright.dns.wire.EdnsQuery;
import io.zonewright.dns.wire.Header;
import io.zonewright.dns.wire.MessageWriter;
import io.zonewright.dns.wire.OptWriter;
import io.zonewright.dns.wire.QueryMessage;
import java.nio.ByteBuffer;

/**
 * Writes a collected response within the size that the client can take. An RRset is sent whole or
 * not at all (RFC 2181 section 9).
 */
final class ResponseEncoder {
  private static final int COPIED_FLAGS = Header.OPCODE_MASK | Header.RD | Header.CD;

  private final MessageWriter writer = new MessageWriter();
  private final SectionEncoder sections;
  private final ChainName question;
  private final OptWriter opt;
  private final SizeLimit sizeLimit;
  private int questionEnd;
  private int recordsEnd;

  /**
   * Makes an encoder.
   *
   * @param question the name asked; looked at only if the query has a question
   */
  ResponseEncoder(ChainName question, OptWriter opt, SizeLimit sizeLimit) {
    this.sections = new SectionEncoder(writer, new RRsetEncoder(writer, question));
    this.question = question;
    this.opt = opt;
    this.sizeLimit = sizeLimit;
  }

  /**
   * Writes the response.
   *
   * @return the length of the message
   */
  int encode(QueryMessage query, Response response, ByteBuffer out, boolean stream) {
    int limit = sizeLimit.of(query.edns(), stream);
    boolean complete = encodeUpTo(limit, query, response, out);
    if (!complete && stream) {
      // Nothing can be said in pieces, and truncation would send the client here again.
      response.fail(Rcode.SERVFAIL, ExtendedError.OTHER);
      complete = encodeUpTo(limit, query, response, out);
    }
    writeHeader(query, response, !complete);
    return writer.position();
  }

  private boolean encodeUpTo(int limit, QueryMessage query, Response response, ByteBuffer out) {
    EdnsQuery edns = query.edns();
    int reserved = edns.isPresent() ? opt.length(edns, response.error()) : 0;
    writer.begin(out, limit - reserved);
    sections.begin();
    writeQuestion(query);
    questionEnd = writer.position();
    boolean complete = sections.write(response);
    recordsEnd = writer.position();
    writer.limit(limit);
    if (edns.isPresent()) {
      opt.write(writer, edns, response.rcode().code(), response.error());
    }
    return complete;
  }

  /** Whether everything collected is in the response last encoded. */
  boolean isWhole() {
    return !sections.hasOmitted();
  }

  /** Where the records end in the response last encoded, but for the OPT record. */
  int recordsEnd() {
    return recordsEnd;
  }

  /** Whether the records of the response last encoded depend on the case of the question. */
  boolean isCaseBound() {
    return writer.lowestPointer() < questionEnd || sections.hasSynthesized();
  }

  private void writeQuestion(QueryMessage query) {
    if (query.hasQuestion()) {
      writer.name(question.octets(), 0);
      writer.u16(query.type());
      writer.u16(query.recordClass());
    }
  }

  private void writeHeader(QueryMessage query, Response response, boolean truncated) {
    int flags = Header.QR | (query.flags() & COPIED_FLAGS);
    flags |= response.rcode().code() & Header.RCODE_MASK;
    flags |= response.isAuthoritative() ? Header.AA : 0;
    flags |= truncated ? Header.TC : 0;
    int opts = query.edns().isPresent() ? 1 : 0;
    sections.writeHeader(query.id(), flags, query.hasQuestion() ? 1 : 0, opts);
  }
}
