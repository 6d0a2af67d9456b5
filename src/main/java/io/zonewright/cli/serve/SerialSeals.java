package io.zonewright.cli.serve;

import io.zonewright.dns.Serial;
import io.zonewright.zone.ContentDigest;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a zone the next serial whenever its content is not what its serial stands for: the greatest
 * of the one after the previous, Unix time and {@code soa.minimumSerial} (RFC 1982).
 */
final class SerialSeals {
  private record Seal(ContentDigest digest, Serial serial) {}

  private final CatalogCompiler compiler;
  private final Map<SourceId, Seal> seals = new HashMap<>();

  SerialSeals(CatalogCompiler compiler) {
    this.compiler = compiler;
  }

  void seal(Collection<SourceId> zones) {
    for (SourceId id : zones) {
      ZoneVerdict verdict = compiler.zone(id);
      if (verdict != null && verdict.zone() != null && verdict.served() != null) {
        seal(id, verdict.zone().digest(), verdict.served().soa());
      }
    }
  }

  private void seal(SourceId id, ContentDigest digest, ZoneSource.Soa soa) {
    Seal last = seals.get(id);
    if (last == null || !last.digest().equals(digest)) {
      Serial serial = next(last == null ? null : last.serial(), soa.minimumSerial());
      compiler.setSerial(id, serial);
      seals.put(id, new Seal(digest, serial));
    }
  }

  private static Serial next(@Nullable Serial previous, long minimum) {
    Serial now = new Serial((int) Instant.now().getEpochSecond());
    Serial least = minimum == 0 ? now : now.max(Serial.of(minimum));
    return previous == null ? least : least.max(previous.next());
  }
}
