package io.zonewright.zone;

import org.jspecify.annotations.Nullable;

/**
 * The digest of a zone, worked out when it is first asked for if it is not known: a zone that is
 * read as a whole may never need it. Any thread may ask; two that ask at once find the same.
 */
final class ZoneDigest {
  private volatile @Nullable ContentDigest known;

  private ZoneDigest(@Nullable ContentDigest known) {
    this.known = known;
  }

  static ZoneDigest of(ContentDigest digest) {
    return new ZoneDigest(digest);
  }

  /** For a zone without {@link Zone#siblingAddresses} whose digest nobody worked out yet. */
  static ZoneDigest unknown() {
    return new ZoneDigest(null);
  }

  /**
   * The digest.
   *
   * @param apex the zone, whichever its serial is
   */
  ContentDigest of(ZoneNode apex) {
    ContentDigest digest = known;
    if (digest == null) {
      digest = sum(apex);
      known = digest;
    }
    return digest;
  }

  private static ContentDigest sum(ZoneNode apex) {
    RRsetHash hash = new RRsetHash();
    ContentDigest sum = ContentDigest.EMPTY;
    for (var nodes = apex.subtree(); nodes.hasNext(); ) {
      ZoneNode node = nodes.next();
      for (int i = 0; i < node.rrsetCount(); i++) {
        sum = sum.plus(hash.of(node.owner(), node.rrset(i)));
      }
    }
    return sum;
  }
}
