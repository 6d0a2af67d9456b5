package io.zonewright.zone;

/**
 * What is kept of a zone as a whole.
 *
 * @param nodes the number of owner names, the apex and empty non-terminals included
 * @param rrsets the number of RRsets
 * @param digest of the content
 * @param siblingAddresses the setting
 */
record ZoneTotals(int nodes, int rrsets, ZoneDigest digest, boolean siblingAddresses) {
  static final ZoneTotals EMPTY = new ZoneTotals(1, 0, ZoneDigest.of(ContentDigest.EMPTY), false);
}
