package io.zonewright.operator.status;

import io.zonewright.zone.compile.SourceId;
import java.util.Collection;

/** Takes note of resources whose status may have to be written. Returns at once. */
public interface StatusMarks {
  /** These zones may have changed. */
  void zones(Collection<SourceId> ids);

  /** These record sets may have changed. */
  void recordSets(Collection<SourceId> ids);

  /** A newer version of this zone is proven, for which record sets may wait. */
  void proven(SourceId zone);

  /** This zone is served with another serial now, which has to be proven. */
  void adopted(SourceId zone);
}
