package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.util.Arrays;

/**
 * Takes the data of one record apart. Whatever does not fit ends in an exception with its reason.
 */
final class WireCursor {
  private final byte[] wire;
  private int at;

  WireCursor(byte[] wire) {
    this.wire = wire;
  }

  boolean atEnd() {
    return at == wire.length;
  }

  long unsigned(int octetCount) throws MalformedTextException {
    long value = 0;
    for (byte octet : octets(octetCount)) {
      value = value << 8 | (octet & 0xff);
    }
    return value;
  }

  DomainName name() throws MalformedTextException {
    try {
      DomainName name = DomainName.fromWire(wire, at);
      at += name.wireLength();
      return name;
    } catch (InvalidNameException e) {
      throw new MalformedTextException("the octets hold no uncompressed name where one belongs");
    }
  }

  byte[] octets(int count) throws MalformedTextException {
    if (count > wire.length - at) {
      throw new MalformedTextException("the octets end too early");
    }
    at += count;
    return Arrays.copyOfRange(wire, at - count, at);
  }

  byte[] rest() throws MalformedTextException {
    return octets(wire.length - at);
  }

  byte[] string() throws MalformedTextException {
    return octets((int) unsigned(1));
  }

  void expectEnd() throws MalformedTextException {
    if (!atEnd()) {
      throw new MalformedTextException("there are " + (wire.length - at) + " octets too many");
    }
  }
}
