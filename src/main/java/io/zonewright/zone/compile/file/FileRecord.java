package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.compile.rdata.Rdata;
import java.nio.file.Path;

/**
 * One record of a zone file.
 *
 * @param ttl in seconds
 */
record FileRecord(DomainName owner, int type, int ttl, Rdata rdata, Path file, int line) {}
