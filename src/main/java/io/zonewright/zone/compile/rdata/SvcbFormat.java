package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of SVCB and HTTPS (RFC 9460 section 2.1). */
record SvcbFormat() implements RdataFormat {
  @Override
  public Rdata read(List<Token> tokens, @Nullable DomainName origin) throws MalformedTextException {
    List<Token> words = joinValues(tokens);
    TokenCursor in = new TokenCursor(words, origin);
    int priority = (int) in.number("a priority", 0xffff);
    RdataBuilder out = new RdataBuilder().u16(priority).name(in.name("a target name"));
    List<SvcParam> params = new ArrayList<>();
    while (!in.atEnd()) {
      params.add(param(in.word("a parameter")));
    }
    SvcParams.check(priority, params);
    return SvcParams.append(params, out).build();
  }

  /** Joins {@code key="value"}, of which the words are two, to one. */
  private static List<Token> joinValues(List<Token> tokens) {
    List<Token> joined = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      boolean value = token.quoted() && !joined.isEmpty() && joined.getLast().text().endsWith("=");
      if (value) {
        joined.add(new Token(joined.removeLast().text() + token.text(), false));
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  private static SvcParam param(String word) throws MalformedTextException {
    int equals = word.indexOf('=');
    return equals < 0
        ? SvcParam.of(SvcParamKey.parse(word), null)
        : SvcParam.of(
            SvcParamKey.parse(word.substring(0, equals)),
            CharacterString.octets(word.substring(equals + 1)));
  }

  @Override
  public String print(Rdata rdata) throws MalformedTextException {
    WireCursor in = new WireCursor(rdata.wire());
    int priority = (int) in.unsigned(2);
    StringBuilder out = new StringBuilder().append(priority).append(' ').append(in.name());
    List<SvcParam> params = new ArrayList<>();
    int last = -1;
    while (!in.atEnd()) {
      SvcParam param = new SvcParam((int) in.unsigned(2), in.octets((int) in.unsigned(2)));
      if (param.key() <= last) {
        throw new MalformedTextException("the parameters are not in the order of their keys");
      }
      last = param.key();
      params.add(param);
      out.append(' ').append(param.print());
    }
    SvcParams.check(priority, params);
    return out.toString();
  }
}
