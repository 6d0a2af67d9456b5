package io.zonewright.operator.status;

import io.zonewright.dns.Serial;
import java.time.Instant;

/**
 * A serial given to the content of a zone.
 *
 * @param serial of the SOA record
 * @param time when it was given
 * @param digest of the content
 */
record Seal(Serial serial, Instant time, String digest) {}
