package io.zonewright.operator;

import io.zonewright.dns.Serial;
import io.zonewright.operator.status.Evidence;
import io.zonewright.operator.status.ZoneFacts;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneVerdict;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of one zone this process has served, by digest, which of them was sealed last, and
 * which was proven. Guarded by the desk.
 *
 * <p>A replica may have moved on before the status names a version, so it remembers its recent
 * ones; what is older than that is covered by the next seal. The status may also name a version
 * before this replica has it, so the newest such seal is remembered until its content comes.
 */
final class ZoneLedger {
  private static final int REMEMBERED = 256;

  private final LinkedHashMap<String, Long> versions = new LinkedHashMap<>();
  private @Nullable String current;
  private @Nullable String sealed;
  private @Nullable Serial serial;
  private @Nullable Named awaited;
  private long sealedVersion;
  private long provenVersion;
  private @Nullable Serial provenSerial;
  private long lastVersion;
  private @Nullable Evidence evidence;
  private long generation = -1;
  private long generationSince;

  /** A serial and the digest of the content that it stands for. */
  private record Named(Serial serial, String digest) {}

  /**
   * Takes note of what is served now.
   *
   * @return the serial that the status gave to this content before it came, or null if it did not
   */
  @Nullable Serial published(ZoneVerdict verdict) {
    Zone zone = verdict.zone();
    current = zone == null ? null : zone.digest().toString();
    if (current != null) {
      remember(current, verdict.version());
    }
    lastVersion = verdict.version();
    noteGeneration(verdict);
    return awaited != null && adopt(awaited.serial, awaited.digest) ? serial : null;
  }

  private void noteGeneration(ZoneVerdict verdict) {
    ZoneSource source = verdict.served();
    long served = source == null ? -1 : source.generation();
    if (served != generation) {
      generation = served;
      generationSince = verdict.version();
    }
  }

  private void remember(String digest, long version) {
    versions.remove(digest);
    versions.put(digest, version);
    if (versions.size() > REMEMBERED) {
      versions.remove(versions.firstEntry().getKey());
    }
    if (digest.equals(sealed)) {
      sealedVersion = version;
      provenVersion = isProven() ? version : provenVersion;
    }
  }

  /**
   * Takes over a seal that the status names.
   *
   * @return false if it is not newer, or of content this process does not remember: then it is
   *     taken over when that content comes
   */
  boolean adopt(Serial newSerial, String digest) {
    if (!isNews(newSerial)) {
      return false;
    }
    Long version = versions.get(digest);
    if (version == null) {
      await(new Named(newSerial, digest));
      return false;
    }
    take(newSerial, digest, version);
    return true;
  }

  /**
   * Takes over a seal of this process, however much was published since.
   *
   * @param version the version of the zone that was sealed
   * @return false if it is not newer
   */
  boolean adopt(Serial newSerial, String digest, long version) {
    if (!isNews(newSerial) || version > lastVersion) {
      return false; // a version that is yet to come is of another resource of the same name
    }
    take(newSerial, digest, versions.getOrDefault(digest, version));
    return true;
  }

  /** A serial that is no more than the least one may still get its content. */
  private boolean isNews(Serial other) {
    return serial == null
        || other.isGreaterThan(serial)
        || (sealed == null && other.equals(serial));
  }

  private void await(Named seal) {
    if (awaited == null || !awaited.serial.isGreaterThan(seal.serial)) {
      awaited = seal;
    }
  }

  private void take(Serial newSerial, String digest, long version) {
    serial = newSerial;
    sealed = digest;
    sealedVersion = version;
    awaited = awaited != null && isNews(awaited.serial) ? awaited : null;
  }

  /** Never goes below this serial, though its content is not known here. */
  void floor(Serial least) {
    serial = serial == null ? least : serial.max(least);
  }

  /** Takes note of what the listeners answered; false if that is no news of the newest serial. */
  boolean note(Evidence answered) {
    if (isProven()
        || sealed == null
        || !answered.serial().equals(serial)
        || answered.equals(evidence)) {
      return false;
    }
    evidence = answered;
    if (isProven()) {
      provenVersion = sealedVersion;
      provenSerial = serial;
    }
    return true;
  }

  private boolean isProven() {
    return evidence != null && evidence.isComplete() && evidence.serial().equals(serial);
  }

  /** The newest serial that was sealed, or null if none is. */
  @Nullable Serial serial() {
    return serial;
  }

  /** The newest serial that was proven, if its content holds what came with this version. */
  @Nullable Serial provenSerial(long version) {
    return holds(version) ? provenSerial : null;
  }

  /** Whether the proven version holds what came with this version. */
  boolean holds(long version) {
    return version > 0 && version <= provenVersion;
  }

  /** All that status needs to know. */
  ZoneFacts facts(ZoneVerdict verdict) {
    return new ZoneFacts(verdict, current, serial, evidence, holds(generationSince));
  }
}
