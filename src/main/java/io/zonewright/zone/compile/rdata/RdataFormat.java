package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the data of one type is written. */
interface RdataFormat {
  /** Reads words into wire form. */
  Rdata read(List<Token> tokens, @Nullable DomainName origin) throws MalformedTextException;

  /** Writes wire form canonically; fails if the octets are not data of the type. */
  String print(Rdata rdata) throws MalformedTextException;
}
