package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of a type whose data is a sequence of simple fields. */
record RdataLayout(List<RdataField> fields) implements RdataFormat {
  static RdataLayout of(RdataField... fields) {
    return new RdataLayout(List.of(fields));
  }

  @Override
  public Rdata read(List<Token> tokens, @Nullable DomainName origin) throws MalformedTextException {
    TokenCursor in = new TokenCursor(tokens, origin);
    RdataBuilder out = new RdataBuilder();
    for (RdataField field : fields) {
      field.read(in, out);
    }
    in.expectEnd();
    return out.build();
  }

  @Override
  public String print(Rdata rdata) throws MalformedTextException {
    WireCursor in = new WireCursor(rdata.wire());
    StringBuilder out = new StringBuilder();
    for (RdataField field : fields) {
      if (!out.isEmpty()) {
        out.append(' ');
      }
      field.print(in, out);
    }
    in.expectEnd();
    return out.toString();
  }
}
