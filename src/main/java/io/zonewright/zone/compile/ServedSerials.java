package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.util.LinkedHashMap;

/**
 * The highest serial that this process has served for each zone name, whichever resource it came
 * from: a secondary must never see the serial of a name go back, nor one serial with two contents.
 */
final class ServedSerials {
  /** Names that were not served for longer than this many others are forgotten. */
  private static final int MOST = 1 << 16;

  private final LinkedHashMap<DomainName, Serial> byName = new LinkedHashMap<>(16, 0.75f, true);

  /** The serial to serve a name with: the one that is wanted, or a higher one served before. */
  Serial raise(DomainName apex, Serial wanted) {
    Serial known = byName.get(apex);
    Serial raised = known == null ? wanted : wanted.max(known);
    byName.put(apex, raised);
    if (byName.size() > MOST) {
      byName.pollFirstEntry();
    }
    return raised;
  }
}
