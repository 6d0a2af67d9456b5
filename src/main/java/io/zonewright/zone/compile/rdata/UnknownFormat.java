package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that any data can take: {@code \#}, a length and hexadecimal digits (RFC 3597). */
record UnknownFormat() implements RdataFormat {
  static final String SIGN = "\\#";

  /** Whether the data is written in this form. */
  static boolean isUsedBy(List<Token> tokens) {
    return !tokens.isEmpty()
        && !tokens.getFirst().quoted()
        && tokens.getFirst().text().equals(SIGN);
  }

  @Override
  public Rdata read(List<Token> tokens, @Nullable DomainName origin) throws MalformedTextException {
    TokenCursor in = new TokenCursor(tokens, origin);
    if (!in.word("'\\#'").equals(SIGN)) {
      throw new MalformedTextException("only the form of RFC 3597 can be read for this type");
    }
    int length = (int) in.number("a length", Rdata.MAX_LENGTH);
    String digits = in.atEnd() ? "" : in.restJoined("hexadecimal digits");
    byte[] octets = Hex.parse(digits);
    if (octets == null) {
      throw new MalformedTextException(
          "'" + digits + "' is not an even number of hexadecimal digits");
    }
    if (octets.length != length) {
      throw new MalformedTextException(
          "the length says " + length + " and there are " + octets.length + " octets",
          "write '\\# " + octets.length + " " + digits + "'");
    }
    return Rdata.of(octets);
  }

  @Override
  public String print(Rdata rdata) {
    return write(rdata);
  }

  static String write(Rdata rdata) {
    String digits = rdata.length() == 0 ? "" : " " + Hex.print(rdata.wire());
    return SIGN + " " + rdata.length() + digits;
  }
}
