package io.zonewright.zone.compile.rdata;

/**
 * A line of a master file that is nothing but a few words with blanks between them, as almost all
 * lines of large zones are: no quotes, escapes, comments or parentheses. Its words stay where they
 * are in the text. Reused from line to line; for one thread.
 */
public final class PlainLine {
  private static final int MAX_WORDS = 8;
  private static final int MAX_LENGTH = 1024;

  private final int[] starts = new int[MAX_WORDS];
  private final int[] ends = new int[MAX_WORDS];
  private byte[] text = {};
  private int start;
  private int number;
  private int words;

  /**
   * Takes the line at {@code from}.
   *
   * @param lineNumber of the line in its file
   * @return where the next line begins, or -1 if this one is blank or more than plain
   */
  int take(byte[] octets, int from, int lineNumber) {
    text = octets;
    start = from;
    number = lineNumber;
    words = 0;
    int limit = Math.min(octets.length, from + MAX_LENGTH);
    int at = from;
    while (at < limit && octets[at] != '\n') {
      if (isBlank(octets[at])) {
        at++;
      } else {
        at = takeWord(at, limit);
        if (at < 0) {
          return -1;
        }
      }
    }
    boolean ends = at == octets.length || (at < limit && octets[at] == '\n');
    return ends && words > 0 && octets[from] != '\r' ? at + 1 : -1;
  }

  private int takeWord(int from, int limit) {
    int at = from;
    while (at < limit && isPlain(text[at])) {
      at++;
    }
    if (at == from || words == MAX_WORDS) {
      return -1;
    }
    starts[words] = from;
    ends[words++] = at;
    return at;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\r';
  }

  private static boolean isPlain(byte octet) {
    return switch (octet) {
      case '\\', '"', ';', '(', ')' -> false;
      default -> octet > ' ' && octet <= '~';
    };
  }

  /** Where it begins in the text. */
  int start() {
    return start;
  }

  /** Its number in the file, from 1. */
  public int number() {
    return number;
  }

  /** Whether it begins with blanks and so continues the owner name before it. */
  public boolean indented() {
    return starts[0] > start;
  }

  /** The number of words, at least one. */
  public int words() {
    return words;
  }

  /** The first octet of a word. */
  public byte first(int word) {
    return text[starts[word]];
  }

  /** Whether a word is this one, in whatever case. */
  public boolean is(int word, String upperCase) {
    int length = ends[word] - starts[word];
    if (length != upperCase.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte octet = text[starts[word] + i];
      if ((octet >= 'a' && octet <= 'z' ? octet - ('a' - 'A') : octet) != upperCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The value of a word of at most nine decimal digits, or -1. */
  public int number(int word) {
    if (ends[word] - starts[word] > 9) {
      return -1;
    }
    int value = 0;
    for (int at = starts[word]; at < ends[word]; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return -1;
      }
      value = value * 10 + text[at] - '0';
    }
    return value;
  }

  byte[] text() {
    return text;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }
}
