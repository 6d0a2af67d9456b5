package io.zonewright.dns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads and writes domain names in presentation form (RFC 1035 section 5.1, RFC 4343 section 2.1).
 */
final class NamePresentation {
  private static final String PLAIN_PUNCTUATION = "-_*/+:";

  private final byte[] text;
  private final byte[] wire = new byte[DomainName.MAX_WIRE_LENGTH];
  private int next;
  private int labelStart;
  private int end = 1;

  NamePresentation(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  DomainName read() {
    if (text.length == 0 || (text.length == 1 && text[0] == '.')) {
      return DomainName.ROOT;
    }
    while (next < text.length) {
      byte octet = text[next++];
      if (octet == '.') {
        closeLabel();
      } else {
        append(octet == '\\' ? escaped() : octet);
      }
    }
    if (end - labelStart > 1) {
      closeLabel();
    }
    return DomainName.ofValidWire(Arrays.copyOf(wire, end));
  }

  private void append(byte octet) {
    // One octet stays free for the root label.
    if (end >= wire.length - 1) {
      throw new InvalidNameException("a name is at most 255 octets long");
    }
    if (end - labelStart > DomainName.MAX_LABEL_LENGTH) {
      throw new InvalidNameException("a label is at most 63 octets long");
    }
    wire[end++] = octet;
  }

  private byte escaped() {
    if (next >= text.length) {
      throw new InvalidNameException("the name ends within an escape");
    }
    byte first = text[next++];
    if (!isDigit(first)) {
      return first;
    }
    if (next + 2 > text.length || !isDigit(text[next]) || !isDigit(text[next + 1])) {
      throw new InvalidNameException("an escape is \\DDD with three decimal digits");
    }
    int value = (first - '0') * 100 + (text[next] - '0') * 10 + (text[next + 1] - '0');
    if (value > 255) {
      throw new InvalidNameException("an escape \\DDD is at most \\255");
    }
    next += 2;
    return (byte) value;
  }

  private void closeLabel() {
    int length = end - labelStart - 1;
    if (length == 0) {
      throw new InvalidNameException("a name has no empty label: two dots, or a dot in front");
    }
    wire[labelStart] = (byte) length;
    labelStart = end;
    end++;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  static String write(byte[] wire) {
    if (wire.length == 1) {
      return ".";
    }
    StringBuilder out = new StringBuilder(wire.length);
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      for (int i = 1; i <= wire[at]; i++) {
        writeOctet(wire[at + i] & 0xff, out);
      }
      out.append('.');
    }
    return out.toString();
  }

  private static void writeOctet(int octet, StringBuilder out) {
    if (isPlain(octet)) {
      out.append((char) octet);
    } else {
      out.append('\\')
          .append((char) ('0' + octet / 100))
          .append((char) ('0' + octet / 10 % 10))
          .append((char) ('0' + octet % 10));
    }
  }

  private static boolean isPlain(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || PLAIN_PUNCTUATION.indexOf(octet) >= 0;
  }
}
