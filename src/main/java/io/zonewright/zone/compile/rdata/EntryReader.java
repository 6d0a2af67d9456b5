package io.zonewright.zone.compile.rdata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text in the form of a master file (RFC 1035 section 5.1) apart into entries and words.
 *
 * <p>Works on octets, so that a text of any encoding comes through unharmed. After a problem it
 * goes on with the next line.
 */
public final class EntryReader {
  private static final int END = -1;

  /** Far above 65535 octets of data, each as {@code \DDD}; more would only cost memory. */
  private static final int MAX_ENTRY = 1 << 20;

  private final byte[] text;
  private int at;
  private int entryAt;
  private int line = 1;
  private int openAt;
  private int depth;
  private boolean commented;
  private @Nullable String problem;

  /** Reads the given octets, which must not change meanwhile. */
  public EntryReader(byte[] text) {
    this.text = text;
  }

  /** Whether a comment was passed over so far. */
  public boolean commented() {
    return commented;
  }

  /** The next entry that is not blank, or null at the end. */
  public @Nullable Entry next() {
    while (at < text.length) {
      Entry entry = readLine();
      if (!entry.tokens().isEmpty() || entry.problem() != null) {
        return entry;
      }
    }
    return null;
  }

  /** Takes the next line if it is plain; if it is not, or blank, it stays for {@link #next()}. */
  public boolean next(PlainLine line) {
    int end = line.take(text, at, this.line);
    if (end < 0) {
      return false;
    }
    at = end;
    this.line++;
    return true;
  }

  /** The plain line that was taken last, as an entry. */
  public Entry again(PlainLine last) {
    at = last.start();
    line = last.number();
    return readLine();
  }

  private Entry readLine() {
    int first = line;
    entryAt = at;
    depth = 0;
    problem = null;
    boolean indented = isBlank(peek());
    List<Token> tokens = new ArrayList<>(8);
    while (problem == null && step(tokens) && !tooLong()) {}
    if (problem != null) {
      skipLine();
    }
    return new Entry(first, indented, tokens, problem);
  }

  /** Takes one word or one sign; false at the end of the entry. */
  private boolean step(List<Token> tokens) {
    int octet = peek();
    switch (octet) {
      case END -> {
        return endOfText();
      }
      case '\n' -> {
        advance();
        return depth > 0;
      }
      case ' ', '\t', '\r' -> advance();
      case ';' -> skipComment();
      case '(' -> open();
      case ')' -> close();
      case '"' -> quoted(tokens);
      default -> word(tokens);
    }
    return true;
  }

  private boolean tooLong() {
    if (at - entryAt <= MAX_ENTRY) {
      return false;
    }
    problem = "a record or comment is longer than " + MAX_ENTRY + " octets; write a shorter one";
    return true;
  }

  private boolean endOfText() {
    if (depth > 0) {
      problem = "the parenthesis that opens in line " + openAt + " is never closed; write a ')'";
    }
    return false;
  }

  private void open() {
    if (depth == 0) {
      openAt = line;
    }
    depth++;
    advance();
  }

  private void close() {
    if (depth == 0) {
      problem = "a ')' closes a parenthesis that never opened; write it in quotes or as \\)";
      return;
    }
    depth--;
    advance();
  }

  private void skipComment() {
    commented = true;
    while (peek() != END && peek() != '\n') {
      advance();
    }
  }

  private void quoted(List<Token> tokens) {
    advance();
    StringBuilder word = new StringBuilder();
    while (peek() != '"') {
      if (peek() == END || peek() == '\n') {
        problem =
            "a quoted text has no closing '\"' in its line; write one, or '\\\"' for a quote in the text";
        return;
      }
      take(word);
      if (tooLong()) {
        return;
      }
    }
    advance();
    tokens.add(new Token(word.toString(), true));
  }

  private void word(List<Token> tokens) {
    int from = at;
    while (isPlain(peek())) {
      at++;
    }
    if (tooLong()) {
      return;
    }
    if (endsWord(peek())) {
      tokens.add(new Token(latin1(from, at), false));
      return;
    }
    StringBuilder word = new StringBuilder(latin1(from, at));
    while (!endsWord(peek()) && !tooLong()) {
      take(word);
    }
    tokens.add(new Token(word.toString(), false));
  }

  @SuppressWarnings("deprecation") // the one constructor that copies ASCII octets without decoding
  private String latin1(int from, int to) {
    return new String(text, 0, from, to - from);
  }

  private void take(StringBuilder word) {
    int octet = peek();
    advance();
    if (octet != '\\') {
      append(octet, word);
      return;
    }
    word.append('\\');
    int escaped = peek();
    if (escaped == END || escaped == '\n') {
      problem = "a '\\' ends the line; write '\\\\' for a backslash itself";
      word.append('\\');
      return;
    }
    advance();
    if (escaped > '~') {
      word.setLength(word.length() - 1);
    }
    append(escaped, word);
  }

  private static void append(int octet, StringBuilder word) {
    if (octet <= '~') {
      word.append((char) octet);
    } else {
      CharacterString.appendDecimal(octet, word);
    }
  }

  private void skipLine() {
    while (peek() != END && peek() != '\n') {
      advance();
    }
    advance();
  }

  private int peek() {
    return at < text.length ? text[at] & 0xff : END;
  }

  private void advance() {
    if (peek() == '\n') {
      line++;
    }
    at++;
  }

  private static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\t';
  }

  private static boolean isPlain(int octet) {
    return octet != '\\' && octet <= '~' && !endsWord(octet);
  }

  private static boolean endsWord(int octet) {
    return switch (octet) {
      case END, ' ', '\t', '\r', '\n', ';', '(', ')', '"' -> true;
      default -> false;
    };
  }
}
