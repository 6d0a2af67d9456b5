package io.zonewright.zone.compile.rdata;

import java.nio.charset.StandardCharsets;

/** The tag and the value of a CAA record (RFC 8659 section 4.1). */
final class CaaFields {
  static final RdataField TAG = new TagField();
  static final RdataField VALUE = new ValueField();

  private CaaFields() {}

  private record TagField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      String tag = in.word("a tag");
      if (!isTag(tag)) {
        throw new MalformedTextException("'" + tag + "' is not a tag of letters and digits");
      }
      out.string(tag.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      String tag = new String(in.string(), StandardCharsets.ISO_8859_1);
      if (!isTag(tag)) {
        throw new MalformedTextException("the tag does not consist of letters and digits");
      }
      out.append(tag);
    }

    private static boolean isTag(String text) {
      return text.matches("[A-Za-z0-9]{1,255}");
    }
  }

  private record ValueField() implements RdataField {
    @Override
    public void read(TokenCursor in, RdataBuilder out) throws MalformedTextException {
      out.octets(CharacterString.octets(in.token("a value").text()));
    }

    @Override
    public void print(WireCursor in, StringBuilder out) throws MalformedTextException {
      CharacterString.appendQuoted(in.rest(), out);
    }
  }
}
