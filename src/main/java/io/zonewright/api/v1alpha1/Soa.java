package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The SOA record of a zone (RFC 1035 section 3.3.13), except for its serial, which the server
 * counts. Absent timers take the defaults of the schema.
 *
 * @param primary the MNAME, absolute with a trailing dot; null for the first name server
 * @param mailbox the RNAME as a mail address; null for {@code hostmaster@} the zone
 * @param minimumSerial the least serial to use, for a zone that moves here with a higher one
 * @param refresh seconds between two looks of a secondary at the serial
 * @param retry seconds until a secondary looks again after a failure
 * @param expire seconds after which a secondary without contact stops answering
 * @param negativeTtl seconds for which a negative answer may be cached (RFC 2308)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Soa(
    @Nullable String primary,
    @Nullable String mailbox,
    @Nullable Long minimumSerial,
    Integer refresh,
    Integer retry,
    Integer expire,
    Integer negativeTtl) {

  /** What a zone without {@code soa} has. */
  public static final Soa DEFAULT = new Soa(null, null, null, 7200, 900, 1_209_600, 300);

  /** Fills in the defaults. */
  public Soa {
    refresh = requireNonNullElse(refresh, 7200);
    retry = requireNonNullElse(retry, 900);
    expire = requireNonNullElse(expire, 1_209_600);
    negativeTtl = requireNonNullElse(negativeTtl, 300);
  }
}
