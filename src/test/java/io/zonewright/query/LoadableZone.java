package io.zonewright.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A random zone that every server loads: aliases stand alone, nothing is below a DNAME, and no
 * wildcard delegates or redirects, which RFC 4592 sections 4.2 and 4.4 leave open.
 */
final class LoadableZone {
  private static final int MOST_RECORDS = 60;

  private final SplittableRandom random;
  private final RandomZone source;
  private final Map<String, List<String>> data = new TreeMap<>();

  private LoadableZone(SplittableRandom random) {
    this.random = random;
    this.source = new RandomZone(random);
  }

  /** Its records, without SOA and NS of the apex. */
  static List<String> records(SplittableRandom random) {
    LoadableZone zone = new LoadableZone(random);
    for (int i = random.nextInt(MOST_RECORDS); i >= 0; i--) {
      zone.offer(zone.owner(), zone.source.data());
    }
    zone.signSomeDelegations();
    return zone.text();
  }

  private String owner() {
    return random.nextInt(12) == 0 ? "@" : source.name();
  }

  private void offer(String owner, String value) {
    String type = type(value);
    List<String> there = data.getOrDefault(owner, List.of());
    if (!there.contains(value)
        && standsBeside(type, there)
        && isPlaceFor(type, owner)
        && !isBelowRedirection(owner)) {
      data.computeIfAbsent(owner, key -> new ArrayList<>()).add(value);
    }
  }

  private static String type(String value) {
    return value.substring(0, value.indexOf(' '));
  }

  private static boolean standsBeside(String type, List<String> there) {
    List<String> types = there.stream().map(LoadableZone::type).toList();
    return switch (type) {
      case "CNAME" -> types.isEmpty();
      case "DNAME" -> !types.contains("CNAME") && !types.contains("DNAME") && !types.contains("NS");
      case "NS" -> !types.contains("CNAME") && !types.contains("DNAME");
      default -> !types.contains("CNAME");
    };
  }

  private boolean isPlaceFor(String type, String owner) {
    return switch (type) {
      case "DNAME" ->
          !owner.equals("@")
              && !owner.startsWith("*")
              && data.keySet().stream().noneMatch(other -> other.endsWith("." + owner));
      // An apex NS without an address is what BIND does not load.
      case "NS" -> !owner.equals("@") && !owner.startsWith("*");
      case "CNAME" -> !owner.equals("@");
      default -> true;
    };
  }

  private boolean isBelowRedirection(String owner) {
    return data.entrySet().stream()
        .anyMatch(
            entry ->
                owner.endsWith("." + entry.getKey())
                    && entry.getValue().stream().anyMatch(value -> type(value).equals("DNAME")));
  }

  private void signSomeDelegations() {
    data.forEach(
        (owner, values) -> {
          boolean cut = values.stream().anyMatch(value -> type(value).equals("NS"));
          if (cut && random.nextBoolean()) {
            values.add("DS 12345 13 2 " + "AB".repeat(32));
          }
        });
  }

  private List<String> text() {
    return data.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + " " + value))
        .map(line -> line.toLowerCase(Locale.ROOT))
        .toList();
  }
}
