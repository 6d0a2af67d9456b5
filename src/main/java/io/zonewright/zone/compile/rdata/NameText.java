package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.net.IDN;
import org.jspecify.annotations.Nullable;

/** Names in presentation form, with the difference between relative and absolute ones. */
public final class NameText {
  private static final String MUST_BE_ABSOLUTE =
      "must be an absolute name that ends with a dot, such as 'www.example.com.'";

  private NameText() {}

  /** Reads a name that must be absolute: no guessing which zone it might belong to. */
  public static Parsed<DomainName> absolute(String text) {
    String plain = refusal(text);
    if (plain != null) {
      return new Parsed.Bad<>(plain);
    }
    try {
      return new Parsed.Good<>(read(text, null));
    } catch (MalformedTextException e) {
      return new Parsed.Bad<>(e.sentence("write for example 'www.example.com.'"));
    }
  }

  private static @Nullable String refusal(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      return MUST_BE_ABSOLUTE;
    }
    if (!text.equals(".") && (text.startsWith(".") || text.contains(".."))) {
      return MUST_BE_ABSOLUTE;
    }
    return text.chars().anyMatch(c -> c > '~') ? notAscii(text) : null;
  }

  private static String notAscii(String text) {
    try {
      return "'" + text + "' is not ASCII; write it as '" + IDN.toASCII(text) + "'";
    } catch (IllegalArgumentException e) {
      return "'"
          + text
          + "' is not ASCII; write it in its ASCII form, such as 'xn--bcher-kva.com.'";
    }
  }

  /**
   * Reads a name.
   *
   * @param origin what relative names stand below, or null if names must be absolute
   */
  static DomainName read(String text, @Nullable DomainName origin) throws MalformedTextException {
    try {
      if (isAbsolute(text)) {
        return DomainName.parse(text);
      }
      if (origin == null) {
        throw relative(text);
      }
      return text.equals("@") ? origin : origin.prepend(DomainName.parse(text));
    } catch (InvalidNameException e) {
      throw new MalformedTextException("'" + text + "' is not a name: " + e.getMessage());
    }
  }

  /**
   * Reads a name of a master file: relative ones stand below the origin, {@code @} is the origin.
   */
  public static Parsed<DomainName> below(String text, DomainName origin) {
    try {
      return new Parsed.Good<>(read(text, origin));
    } catch (MalformedTextException e) {
      return new Parsed.Bad<>(e.sentence("write for example 'www' or 'www.example.com.'"));
    }
  }

  static MalformedTextException relative(String text) {
    String advice =
        text.equals("@")
            ? "write the absolute name itself, such as 'contoso.com.'"
            : "write the absolute name '" + text + ".'";
    return new MalformedTextException("'" + text + "' is relative", advice);
  }

  /** Whether the text ends with a dot that is not escaped. */
  public static boolean isAbsolute(String text) {
    if (!text.endsWith(".")) {
      return false;
    }
    int backslashes = 0;
    for (int at = text.length() - 2; at >= 0 && text.charAt(at) == '\\'; at--) {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }
}
