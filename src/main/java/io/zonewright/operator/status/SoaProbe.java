package io.zonewright.operator.status;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/** Asks a server for the serial of a zone (RFC 1035), with EDNS (RFC 6891). */
final class SoaProbe {
  private static final int HEADER = 12;
  private static final int CLASS_IN = 1;
  private static final int TYPE_OPT = 41;
  private static final int OPT_LENGTH = 11;
  private static final int PAYLOAD = 1232;

  private final SecureRandom random = new SecureRandom();
  private final Exchange exchange;

  SoaProbe(Exchange exchange) {
    this.exchange = exchange;
  }

  /** The serial that an authoritative answer tells; empty if there is none in time. */
  Optional<Serial> serial(InetSocketAddress server, DomainName apex) {
    byte[] query = query(apex, random.nextInt(0x10000));
    try {
      return read(exchange.send(server, query), ByteBuffer.wrap(query));
    } catch (IOException
        | BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException unanswered) { // whatever it was, it was not the answer
      return Optional.empty();
    }
  }

  private static byte[] query(DomainName apex, int id) {
    byte[] message = new byte[HEADER + apex.wireLength() + 4 + OPT_LENGTH];
    ByteBuffer query = ByteBuffer.wrap(message);
    query.putShort((short) id).putShort((short) 0).putShort((short) 1);
    query.putShort(10, (short) 1); // ARCOUNT
    query.position(HEADER).put(apex.toWire());
    query.putShort((short) RRType.SOA).putShort((short) CLASS_IN);
    query.put((byte) 0).putShort((short) TYPE_OPT).putShort((short) PAYLOAD);
    return message;
  }

  /** The message must echo the identifier and the question, and its first record be the SOA. */
  private static Optional<Serial> read(ByteBuffer message, ByteBuffer query) {
    int question = query.limit() - HEADER - OPT_LENGTH;
    boolean answers =
        message.limit() > HEADER + question
            && message.getShort(0) == query.getShort(0)
            && (message.getShort(2) & 0x840f) == 0x8400
            && message.getShort(6) > 0
            && message.slice(HEADER, question).equals(query.slice(HEADER, question));
    if (!answers) {
      return Optional.empty();
    }
    message.position(HEADER + question);
    skipName(message);
    int type = message.getShort();
    message.position(message.position() + 8);
    if (type != RRType.SOA) {
      return Optional.empty();
    }
    skipName(message);
    skipName(message);
    return Optional.of(new Serial(message.getInt()));
  }

  /** Passes a name, which a pointer or the root label ends (RFC 1035 section 4.1.4). */
  private static void skipName(ByteBuffer message) {
    int length = message.get() & 0xff;
    while (length != 0 && length < 0xc0) {
      message.position(Math.min(message.position() + length, message.limit()));
      length = message.get() & 0xff;
    }
    if (length >= 0xc0) {
      message.get();
    }
  }
}
