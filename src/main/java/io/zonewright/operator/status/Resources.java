package io.zonewright.operator.status;

import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.zone.compile.SourceId;
import org.jspecify.annotations.Nullable;

/** The resources as the caches hold them. */
public interface Resources {
  /** A zone, or null if there is none. */
  @Nullable DnsZone zone(SourceId id);

  /** A record set, or null if there is none. */
  @Nullable DnsRecordSet recordSet(SourceId id);
}
