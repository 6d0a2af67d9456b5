package io.zonewright.zone.compile.rdata;

import java.util.OptionalLong;

/** The fields of which {@link RdataLayout}s are made. */
final class RdataFields {
  static final RdataField NAME = new NameField();
  static final RdataField IPV4 = new AddressField("an IPv4 address", 4);
  static final RdataField IPV6 = new AddressField("an IPv6 address", 16);
  static final RdataField STRINGS = new StringsField();
  static final RdataField HEX = new HexField();
  static final RdataField PERIOD = new PeriodField();

  private RdataFields() {}

  static RdataField u8(String what) {
    return new NumberField(what, 1);
  }

  static RdataField u16(String what) {
    return new NumberField(what, 2);
  }

  static RdataField u32(String what) {
    return new NumberField(what, 4);
  }

  private record NumberField(String what, int octets) implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      long value = in.number(what, (1L << (8 * octets)) - 1);
      for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
        out.u8((int) (value >> shift));
      }
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      out.append(in.unsigned(octets));
    }
  }

  /** A time of the SOA record, which may be written with units. */
  private record PeriodField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      String word = in.word("a number of seconds");
      OptionalLong seconds = Period.parse(word);
      if (seconds.isEmpty()) {
        throw new MalformedTextException("'" + word + "' is not a number of seconds");
      }
      out.u32(seconds.getAsLong());
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      out.append(in.unsigned(4));
    }
  }

  private record NameField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      out.name(in.name("a name"));
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      out.append(in.name());
    }
  }

  private record AddressField(String what, int length) implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      String word = in.word(what);
      byte[] octets = length == 4 ? IpAddress.parseV4(word) : IpAddress.parseV6(word);
      if (octets == null) {
        throw new MalformedTextException("'" + word + "' is not " + what);
      }
      out.octets(octets);
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      out.append(IpAddress.print(in.octets(length)));
    }
  }

  /** One or more character strings, up to the end. */
  private record StringsField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      do {
        byte[] octets = CharacterString.octets(in.token("a text").text());
        if (octets.length > CharacterString.MAX_LENGTH) {
          throw new MalformedTextException(
              "a character string has " + octets.length + " octets and may have 255",
              "split it into several, as in '\"first part\" \"second part\"'");
        }
        out.string(octets);
      } while (!in.atEnd());
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      CharacterString.appendQuoted(in.string(), out);
      while (!in.atEnd()) {
        out.append(' ');
        CharacterString.appendQuoted(in.string(), out);
      }
    }
  }

  /** Hexadecimal digits up to the end, at least two; blanks may divide them. */
  private record HexField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      String digits = in.restJoined("hexadecimal digits");
      byte[] octets = Hex.parse(digits);
      if (octets == null) {
        throw new MalformedTextException(
            "'" + digits + "' is not an even number of hexadecimal digits");
      }
      out.octets(octets);
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      if (in.atEnd()) {
        throw new MalformedTextException("the octets end too early");
      }
      out.append(Hex.print(in.rest()));
    }
  }
}
