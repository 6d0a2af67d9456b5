package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of records in presentation form. */
public final class RdataText {
  private RdataText() {}

  /** Reads the data of one record; names within it must be absolute. */
  public static Parsed<Rdata> read(int type, String text) {
    EntryReader reader = new EntryReader(text.getBytes(StandardCharsets.UTF_8));
    Entry entry = reader.next();
    String advice = RdataExamples.advice(type);
    if (entry == null) {
      return new Parsed.Bad<>("there is no data; " + advice);
    }
    if (entry.problem() != null) {
      return new Parsed.Bad<>(entry.problem());
    }
    if (reader.commented()) {
      return new Parsed.Bad<>(
          "a ';' outside quotes begins a comment; write the text in quotes, such as '\"a; b\"'");
    }
    return reader.next() == null
        ? read(type, entry.tokens(), null)
        : new Parsed.Bad<>("there are several lines; write one list item for each record");
  }

  /**
   * Reads the data of one record.
   *
   * @param origin what relative names stand below, or null if names must be absolute
   */
  public static Parsed<Rdata> read(int type, List<Token> tokens, @Nullable DomainName origin) {
    try {
      Rdata rdata = readAnyForm(type, tokens, origin);
      return rdata.length() > Rdata.MAX_LENGTH
          ? new Parsed.Bad<>("the data has " + rdata.length() + " octets and may have 65535")
          : new Parsed.Good<>(rdata);
    } catch (MalformedTextException e) {
      return new Parsed.Bad<>(e.sentence(RdataExamples.advice(type)));
    }
  }

  private static Rdata readAnyForm(int type, List<Token> tokens, @Nullable DomainName origin)
      throws MalformedTextException {
    RdataFormat format = RdataFormats.of(type);
    if (!UnknownFormat.isUsedBy(tokens) || format instanceof UnknownFormat) {
      Rdata rdata = format.read(tokens, origin);
      RdataRules.check(type, rdata);
      return rdata;
    }
    Rdata rdata = new UnknownFormat().read(tokens, origin);
    format.print(rdata);
    RdataRules.check(type, rdata);
    return rdata;
  }

  /** Writes wire form canonically, as {@link #print(int, Rdata)} does. */
  public static String print(int type, byte[] wire) {
    return print(type, Rdata.of(wire.clone()));
  }

  /** Writes data canonically; what is not data of the type is written in the form of RFC 3597. */
  public static String print(int type, Rdata rdata) {
    try {
      return RdataFormats.of(type).print(rdata);
    } catch (MalformedTextException e) {
      return UnknownFormat.write(rdata);
    }
  }
}
