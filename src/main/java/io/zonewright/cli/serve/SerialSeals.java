package io.zonewright.cli.serve;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.ContentDigest;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a zone the next serial whenever its content is not what its serial stands for: the greatest
 * of the one after the previous, Unix time and {@code soa.minimumSerial} (RFC 1982).
 *
 * <p>What a zone name had is remembered after its manifest is gone: it may come back, and must not
 * come back with less.
 */
final class SerialSeals {
  private record Seal(ContentDigest digest, Serial serial) {
    boolean standsFor(ContentDigest content, long minimum) {
      return digest.equals(content) && (minimum == 0 || !Serial.of(minimum).isGreaterThan(serial));
    }
  }

  private final CatalogCompiler compiler;
  private final Map<DomainName, Seal> seals = new HashMap<>();

  SerialSeals(CatalogCompiler compiler) {
    this.compiler = compiler;
  }

  void seal(Collection<SourceId> zones) {
    for (SourceId id : zones) {
      ZoneVerdict verdict = compiler.zone(id);
      if (verdict != null && verdict.zone() != null && verdict.served() != null) {
        seal(id, verdict.zone(), verdict.served().soa().minimumSerial());
      }
    }
  }

  private void seal(SourceId id, Zone zone, long minimum) {
    Seal last = seals.get(zone.apex());
    if (last == null || !last.standsFor(zone.digest(), minimum)) {
      last = new Seal(zone.digest(), next(last == null ? null : last.serial(), minimum));
      seals.put(zone.apex(), last);
    }
    if (!zone.serial().equals(last.serial())) {
      compiler.setSerial(id, last.serial());
    }
  }

  private static Serial next(@Nullable Serial previous, long minimum) {
    Serial now = new Serial((int) Instant.now().getEpochSecond());
    Serial least = minimum == 0 ? now : now.max(Serial.of(minimum));
    return previous == null ? least : least.max(previous.next());
  }
}
