package io.zonewright.zone.compile.rdata;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lists divided by commas, with a backslash before a comma that divides nothing (RFC 9460 A.1). */
final class SvcValueList {
  private SvcValueList() {}

  static List<byte[]> split(byte[] text) throws MalformedTextException {
    List<byte[]> items = new ArrayList<>();
    ByteArrayOutputStream item = new ByteArrayOutputStream();
    for (int at = 0; at < text.length; at++) {
      if (text[at] == ',') {
        items.add(item.toByteArray());
        item.reset();
      } else {
        at = text[at] == '\\' ? escaped(text, at + 1) : at;
        item.write(text[at]);
      }
    }
    items.add(item.toByteArray());
    return items;
  }

  private static int escaped(byte[] text, int at) throws MalformedTextException {
    if (at == text.length || (text[at] != ',' && text[at] != '\\')) {
      throw new MalformedTextException(
          "a '\\' in a list stands only before ',' or '\\'", "write for example 'h2,h3'");
    }
    return at;
  }

  static byte[] join(List<byte[]> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      for (byte octet : items.get(i)) {
        if (octet == ',' || octet == '\\') {
          out.write('\\');
        }
        out.write(octet);
      }
    }
    return out.toByteArray();
  }
}
