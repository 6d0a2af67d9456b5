package io.zonewright.zone.compile.rdata;

/**
 * One word of a master file (RFC 1035 section 5.1).
 *
 * @param text as it was written, without the quotes but with its escapes; an octet above 126 stands
 *     as {@code \DDD}, so that the text is plain ASCII
 * @param quoted whether it stood in quotes
 */
public record Token(String text, boolean quoted) {
  /** The word as it can be written in a master file. */
  @Override
  public String toString() {
    return quoted ? '"' + text + '"' : text;
  }
}
