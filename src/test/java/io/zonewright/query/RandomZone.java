package io.zonewright.query;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Records over few names, so that they get into each other's way: aliases beside data, cuts below
 * cuts, wildcards everywhere, loops, redirections into themselves.
 */
final class RandomZone {
  private static final String[] LABELS = {"a", "b", "c", "*", "www", "x".repeat(58)};
  private static final int[] TYPES = {
    1, 2, 5, 6, 12, 15, 16, 28, 33, 39, 43, 46, 47, 64, 65, 255, 252, 99, 65535
  };

  private final SplittableRandom random;

  RandomZone(SplittableRandom random) {
    this.random = random;
  }

  String[] records() {
    Set<String> records = new TreeSet<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      records.add(name() + " " + data());
    }
    return records.toArray(String[]::new);
  }

  /** A name of one to four labels, without a dot at its end. */
  String name() {
    StringBuilder name = new StringBuilder(label());
    for (int i = random.nextInt(4); i > 0; i--) {
      name.append('.').append(label());
    }
    return name.toString();
  }

  int type() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  private String label() {
    return LABELS[random.nextInt(LABELS.length)];
  }

  String data() {
    return switch (random.nextInt(12)) {
      case 0 -> "A 192.0.2." + random.nextInt(256);
      case 1 -> "AAAA 2001:db8::" + random.nextInt(256);
      case 2 -> "NS " + name();
      case 3 -> "CNAME " + name();
      case 4 -> "DNAME " + name();
      case 5 -> "MX 10 " + name();
      case 6 -> "SRV 0 0 80 " + name();
      case 7 -> "SVCB " + random.nextInt(2) + " " + name();
      case 8 -> "TXT \"" + "t".repeat(random.nextInt(255)) + "\"";
      case 9 -> "HTTPS 1 .";
      case 10 -> "CNAME " + name() + ".elsewhere.";
      default -> "PTR " + name() + ".elsewhere.";
    };
  }
}
