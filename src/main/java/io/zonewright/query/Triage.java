package io.zonewright.query;

import io.zonewright.dns.ExtendedError;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Rcode;
import io.zonewright.dns.wire.EdnsQuery;
import io.zonewright.dns.wire.Header;
import io.zonewright.dns.wire.QueryMessage;
import io.zonewright.dns.wire.QueryReader;

/**
 * Decides what can be decided before any zone is looked at: which messages are answered at all, and
 * which with an error (RFC 6891, RFC 8906, RFC 9619).
 */
final class Triage {
  private static final int CLASS_IN = 1;

  private final QueryReader reader;
  private final QueryMessage query;

  Triage(QueryReader reader, QueryMessage query) {
    this.reader = reader;
    this.query = query;
  }

  /**
   * Reads the body of the message and judges it.
   *
   * @param response complete if the result is false
   * @return whether the question is to be answered from a zone
   */
  boolean admits(Response response) {
    if (query.opcode() != Header.OPCODE_QUERY) {
      response.fail(Rcode.NOTIMP, null);
      return false;
    }
    boolean wellFormed = reader.readBody();
    return admitsForm(wellFormed, response) && admitsQuestion(response);
  }

  private boolean admitsForm(boolean wellFormed, Response response) {
    EdnsQuery edns = query.edns();
    if (edns.version() != 0) {
      response.fail(Rcode.BADVERS, null);
      return false;
    }
    if (!wellFormed || edns.isMalformed()) {
      response.fail(Rcode.FORMERR, null);
      return false;
    }
    return true;
  }

  private boolean admitsQuestion(Response response) {
    if (!query.hasQuestion()) {
      // Without a question a query can only be after a cookie (RFC 7873 section 5.4).
      response.fail(query.edns().cookiePresent() ? Rcode.NOERROR : Rcode.FORMERR, null);
    } else if (query.recordClass() != CLASS_IN) {
      response.fail(Rcode.REFUSED, ExtendedError.NOT_AUTHORITATIVE);
    } else if (query.type() == RRType.AXFR || query.type() == RRType.IXFR) {
      response.fail(Rcode.REFUSED, ExtendedError.NOT_SUPPORTED);
    } else {
      return true;
    }
    return false;
  }
}
