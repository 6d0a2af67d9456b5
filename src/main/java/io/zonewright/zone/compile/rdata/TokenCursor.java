package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the words of one record's data one after the other. */
final class TokenCursor {
  private final List<Token> tokens;
  private final @Nullable DomainName origin;
  private int next;

  /**
   * Begins with the first word.
   *
   * @param origin what relative names stand below, or null if names must be absolute
   */
  TokenCursor(List<Token> tokens, @Nullable DomainName origin) {
    this.tokens = tokens;
    this.origin = origin;
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** The next word, quoted or not. */
  Token token(String what) throws MalformedTextException {
    if (atEnd()) {
      throw new MalformedTextException("the data ends where " + what + " should be");
    }
    return tokens.get(next++);
  }

  /** The next word, which must not be quoted. */
  String word(String what) throws MalformedTextException {
    Token token = token(what);
    if (token.quoted()) {
      throw new MalformedTextException(
          "quotes stand around " + token + " where " + what + " should be");
    }
    return token.text();
  }

  long number(String what, long max) throws MalformedTextException {
    String word = word(what);
    if (word.isEmpty() || word.length() > 10 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw outOfRange(word, what, max);
    }
    long value = Long.parseLong(word);
    if (value > max) {
      throw outOfRange(word, what, max);
    }
    return value;
  }

  private static MalformedTextException outOfRange(String word, String what, long max) {
    return new MalformedTextException("'" + word + "' is not " + what + " between 0 and " + max);
  }

  DomainName name(String what) throws MalformedTextException {
    return NameText.read(word(what), origin);
  }

  /** All words left, joined. */
  String restJoined(String what) throws MalformedTextException {
    StringBuilder joined = new StringBuilder(word(what));
    while (!atEnd()) {
      joined.append(word(what));
    }
    return joined.toString();
  }

  void expectEnd() throws MalformedTextException {
    if (!atEnd()) {
      throw new MalformedTextException("'" + tokens.get(next).text() + "' is too much");
    }
  }
}
