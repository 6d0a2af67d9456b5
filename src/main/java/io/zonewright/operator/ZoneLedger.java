package io.zonewright.operator;

import io.zonewright.dns.Serial;
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
 * ones; what is older than that is covered by the next seal.
 */
final class ZoneLedger {
  private static final int REMEMBERED = 256;

  private final LinkedHashMap<String, Long> versions = new LinkedHashMap<>();
  private @Nullable String current;
  private @Nullable String sealed;
  private @Nullable Serial serial;
  private long sealedVersion;
  private long provenVersion;
  private boolean proven;
  private long generation = -1;
  private long generationSince;

  /** Takes note of what is served now. */
  void published(ZoneVerdict verdict) {
    Zone zone = verdict.zone();
    current = zone == null ? null : zone.digest().toString();
    if (current != null) {
      remember(current, verdict.version());
    }
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
      provenVersion = proven ? version : provenVersion;
    }
  }

  /** Takes over a seal; false if it is not newer, or of content this process does not remember. */
  boolean adopt(Serial newSerial, String digest) {
    Long version = versions.get(digest);
    if (version == null || (serial != null && !newSerial.isGreaterThan(serial))) {
      return false;
    }
    serial = newSerial;
    sealed = digest;
    sealedVersion = version;
    proven = false;
    return true;
  }

  /** Never goes below this serial, though its content is not known here. */
  void floor(Serial least) {
    serial = serial == null ? least : serial.max(least);
  }

  /** The listeners answer with this serial; false if it is not the newest one. */
  boolean prove(Serial answered) {
    if (proven || sealed == null || !answered.equals(serial)) {
      return false;
    }
    proven = true;
    provenVersion = sealedVersion;
    return true;
  }

  /** The newest serial that was sealed, or null if none is. */
  @Nullable Serial serial() {
    return serial;
  }

  /** Whether the proven version holds what came with this version. */
  boolean holds(long version) {
    return version > 0 && version <= provenVersion;
  }

  /** All that status needs to know. */
  ZoneFacts facts(ZoneVerdict verdict) {
    return new ZoneFacts(verdict, current, serial, proven, holds(generationSince));
  }
}
