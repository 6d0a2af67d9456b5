package io.zonewright.zone.compile.rdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One service parameter (RFC 9460 section 2.2). Immutable. */
public final class SvcParam implements Comparable<SvcParam> {
  private static final String ADVICE = "write for example alpn with the value 'h2,h3'";

  private final int key;
  private final byte[] value;

  SvcParam(int key, byte[] value) {
    this.key = key;
    this.value = value;
  }

  /**
   * Reads a parameter.
   *
   * @param key its name, or {@code keyNNNNN}
   * @param value its value without quotes, or null if it takes none; lists are divided by commas,
   *     and escapes count only for {@code keyNNNNN} and within lists
   */
  public static Parsed<SvcParam> parse(String key, @Nullable String value) {
    try {
      int number = SvcParamKey.parse(key);
      boolean named = !SvcParamKey.print(number).startsWith("key");
      return new Parsed.Good<>(of(number, value == null ? null : octets(value, named)));
    } catch (MalformedTextException e) {
      return new Parsed.Bad<>(e.sentence(ADVICE));
    }
  }

  private static byte[] octets(String value, boolean raw) throws MalformedTextException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return raw ? utf8 : CharacterString.octets(new String(utf8, StandardCharsets.ISO_8859_1));
  }

  /** Reads a value whose escapes of RFC 1035 have been taken away. */
  static SvcParam of(int key, byte @Nullable [] value) throws MalformedTextException {
    return new SvcParam(key, SvcParamValue.read(key, value));
  }

  int key() {
    return key;
  }

  byte[] value() {
    return value;
  }

  /** The parameter as a word of a master file. */
  String print() throws MalformedTextException {
    byte[] text = SvcParamValue.print(key, value);
    StringBuilder out = new StringBuilder(SvcParamKey.print(key));
    if (text != null) {
      CharacterString.appendQuoted(text, out.append('='));
    }
    return out.toString();
  }

  /** By key, as on the wire. */
  @Override
  public int compareTo(SvcParam other) {
    return Integer.compare(key, other.key);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof SvcParam other
        && key == other.key
        && Arrays.equals(value, other.value);
  }

  @Override
  public int hashCode() {
    return 31 * key + Arrays.hashCode(value);
  }
}
