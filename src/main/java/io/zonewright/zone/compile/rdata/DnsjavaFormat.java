package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.RelativeNameException;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.UNKRecord;

/**
 * The format of a type as dnsjava knows it.
 *
 * <p>What dnsjava prints is used only if it reads back to the same octets; else RFC 3597 form.
 */
record DnsjavaFormat(int type) implements RdataFormat {
  /** The octets of a record before its data, with the root as its owner. */
  private static final int HEADER_LENGTH = 11;

  private static final DomainName MARKER = DomainName.parse("relative-name-marker.invalid.");
  private static final int MARKER_LENGTH = MARKER.toString().length() + 1;

  /** Whether dnsjava has a presentation form for the type. */
  static boolean supports(int type) {
    return !(Record.newRecord(Name.root, type, DClass.IN, 0, new byte[] {0}) instanceof UNKRecord);
  }

  @Override
  public Rdata read(List<Token> tokens, @Nullable DomainName origin) throws MalformedTextException {
    String text = tokens.stream().map(Token::toString).collect(Collectors.joining(" "));
    try {
      return data(parse(text, origin));
    } catch (RelativeNameException e) {
      throw relative(e);
    } catch (TextParseException e) {
      throw new MalformedTextException(reason(e));
    } catch (IOException | RuntimeException e) {
      // dnsjava also answers bad text with whatever its conversions throw.
      throw relativeOrUnreadable(text);
    }
  }

  /** Says which name is relative where dnsjava does not: with an origin it shows in the output. */
  private MalformedTextException relativeOrUnreadable(String text) {
    try {
      for (String word : parse(text, MARKER).rdataToString().split(" ", -1)) {
        if (word.endsWith("." + MARKER)) {
          return NameText.relative(word.substring(0, word.length() - MARKER_LENGTH));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Then it is not for a relative name.
    }
    return new MalformedTextException("'" + text + "' cannot be read");
  }

  private Record parse(String text, @Nullable DomainName origin) throws IOException {
    Name base = origin == null ? null : new Name(origin.toWire());
    return Record.fromString(Name.root, type, DClass.IN, 0, new Tokenizer(text), base);
  }

  private static Rdata data(Record parsed) {
    byte[] whole = parsed.toWire(Section.ANSWER);
    return Rdata.of(Arrays.copyOfRange(whole, HEADER_LENGTH, whole.length));
  }

  private static MalformedTextException relative(RelativeNameException e) {
    String message = String.valueOf(e.getMessage());
    int from = message.indexOf('\'') + 1;
    int to = message.indexOf('\'', from);
    return NameText.relative(to > from ? message.substring(from, to) : message);
  }

  private static String reason(TextParseException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^(<none>:[0-9]+: )+", "");
  }

  @Override
  public String print(Rdata rdata) throws MalformedTextException {
    try {
      Record known = Record.newRecord(Name.root, type, DClass.IN, 0, rdata.toWire());
      if (known != null && data(known).equals(rdata)) {
        String text = known.rdataToString();
        return readsBack(text, rdata) ? text : UnknownFormat.write(rdata);
      }
    } catch (RuntimeException e) {
      // dnsjava fails like this on octets that it took without a look.
    }
    throw new MalformedTextException("the octets are not data of this type");
  }

  private boolean readsBack(String text, Rdata rdata) {
    try {
      return data(parse(text, null)).equals(rdata);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
