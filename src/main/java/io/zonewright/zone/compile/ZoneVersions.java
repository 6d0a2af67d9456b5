package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of one zone description: the current one, and what was last accepted. */
final class ZoneVersions {
  private ZoneSource source;
  private @Nullable ZoneSource lastGood;
  private @Nullable ZoneSource remembered;
  private ZoneSourceCompiler.Result current;

  /**
   * A version that can be served.
   *
   * @param source as described
   * @param zone as compiled
   */
  record Version(ZoneSource source, CompiledZone zone) {}

  ZoneVersions(CatalogCompiler.ZoneInput input) {
    this.source = input.source();
    this.lastGood = input.lastGood();
    this.current = ZoneSourceCompiler.compile(source);
  }

  ZoneSource source() {
    return source;
  }

  boolean isFrom(CatalogCompiler.ZoneInput input) {
    return source.equals(input.source()) && Objects.equals(lastGood, input.lastGood());
  }

  void update(CatalogCompiler.ZoneInput input) {
    if (input.source().generation() < source.generation()) {
      remembered = null; // another resource of the same name
    }
    if (!source.equals(input.source())) {
      current = ZoneSourceCompiler.compile(input.source());
    }
    source = input.source();
    lastGood = input.lastGood();
  }

  /** What is wrong with the current description. */
  List<Finding> findings() {
    return current instanceof ZoneSourceCompiler.Result.Invalid invalid
        ? invalid.findings()
        : List.of();
  }

  /** The name of the zone, which an otherwise invalid description holds too; null if unreadable. */
  @Nullable DomainName apex() {
    if (current instanceof ZoneSourceCompiler.Result.Valid valid) {
      return valid.zone().apex();
    }
    try {
      DomainName apex = DomainName.parse(source.zoneName());
      return apex.isRoot() ? null : apex;
    } catch (InvalidNameException unreadable) {
      return null;
    }
  }

  /**
   * What to serve: the current version if it is valid, else the last accepted; null for nothing.
   */
  @Nullable Version best() {
    if (current instanceof ZoneSourceCompiler.Result.Valid valid) {
      return new Version(source, valid.zone());
    }
    return Stream.of(remembered, lastGood)
        .filter(Objects::nonNull)
        .filter(older -> older.generation() <= source.generation())
        .sorted(Comparator.comparingLong(ZoneSource::generation).reversed())
        .map(ZoneVersions::compile)
        .filter(version -> version != null && Objects.equals(version.zone().apex(), apex()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Version compile(ZoneSource older) {
    return ZoneSourceCompiler.compile(older) instanceof ZoneSourceCompiler.Result.Valid valid
        ? new Version(older, valid.zone())
        : null;
  }

  /** A version was accepted: from now on it is what to fall back to. */
  void remember(Version version) {
    remembered = version.source();
  }
}
