package io.zonewright.zone.compile.rdata;

/** One field of the data of a type, between presentation form and wire form. */
interface RdataField {
  /** Reads the field from words and appends its octets. */
  void read(TokenCursor in, RdataBuilder out) throws MalformedTextException;

  /** Takes the field from octets and appends its canonical text. */
  void print(WireCursor in, StringBuilder out) throws MalformedTextException;
}
