package io.zonewright.zone.compile.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The octets of a zone file. */
final class FileText {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private FileText() {}

  /**
   * Whether there is something that is no file: a pipe, which could hold up its reader for ever.
   */
  static boolean isOther(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /** Reads a file, without the mark that some editors put in front. */
  static byte[] read(Path file) throws IOException {
    byte[] octets = Files.readAllBytes(file);
    int mark = BYTE_ORDER_MARK.length;
    return octets.length >= mark && Arrays.equals(octets, 0, mark, BYTE_ORDER_MARK, 0, mark)
        ? Arrays.copyOfRange(octets, mark, octets.length)
        : octets;
  }
}
