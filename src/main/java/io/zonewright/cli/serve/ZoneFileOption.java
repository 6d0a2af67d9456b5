package io.zonewright.cli.serve;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A zone file as the command line names it.
 *
 * @param apex the name of the zone
 * @param file its zone file
 */
public record ZoneFileOption(DomainName apex, Path file) {
  /** The names of these zones as {@code DnsZone.spec.zoneName} writes them. */
  public static Set<String> zoneNames(Collection<ZoneFileOption> options) {
    return options.stream()
        .map(option -> option.apex().toStringWithoutDot())
        .collect(Collectors.toSet());
  }

  /**
   * Reads {@code ZONE=FILE}.
   *
   * @throws IllegalArgumentException with one sentence for the user
   */
  public static ZoneFileOption parse(String value) {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' names no zone and file; write ZONE=FILE, such as"
              + " example.com=example.com.zone");
    }
    try {
      DomainName apex = DomainName.parse(value.substring(0, equals)).toLowerCase();
      return new ZoneFileOption(apex, Path.of(value.substring(equals + 1)));
    } catch (InvalidNameException | InvalidPathException e) {
      throw new IllegalArgumentException("'" + value + "': " + e.getMessage(), e);
    }
  }
}
