package io.zonewright.operator.status;

import java.util.List;
import java.util.StringJoiner;

/** Record data on one line of a table. */
final class DataSummary {
  private static final int LONGEST = 80;

  private DataSummary() {}

  /**
   * Joins the data and leaves out what does not fit.
   *
   * @param data each record as {@code TYPE rdata}
   */
  static String of(List<String> data) {
    StringJoiner line = new StringJoiner(", ");
    int shown = 0;
    for (String entry : data) {
      String rdata = entry.substring(entry.indexOf(' ') + 1);
      if (shown > 0 && line.length() + rdata.length() > LONGEST) {
        break;
      }
      line.add(shortened(rdata));
      shown++;
    }
    return shown < data.size() ? line + " +" + (data.size() - shown) : line.toString();
  }

  private static String shortened(String rdata) {
    return rdata.length() <= LONGEST ? rdata : rdata.substring(0, LONGEST - 1) + "…";
  }
}
