package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The summands of a {@link ContentDigest}: the first 128 bits of a SHA-256. For one thread. */
final class RRsetHash {
  private static final byte[] SIBLING_ADDRESSES =
      "siblingAddresses".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest sha256;
  private final byte[] head = new byte[DomainName.MAX_WIRE_LENGTH + 6];

  RRsetHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of the owner in lower case, the type, the TTL and the data. */
  ContentDigest of(DomainName owner, RRset rrset) {
    sha256.update(head, 0, writeHead(owner, rrset));
    if (rrset.type() == RRType.SOA) {
      sha256.update(Soa.packedWithSerial(rrset, 0));
    } else {
      sha256.update(rrset.packed());
    }
    return finish();
  }

  /** Of the fact that a zone has {@link Zone#siblingAddresses} on. */
  ContentDigest ofSiblingAddresses() {
    sha256.update(SIBLING_ADDRESSES);
    return finish();
  }

  private int writeHead(DomainName owner, RRset rrset) {
    int length = owner.wireLength();
    for (int i = 0; i < length; i++) {
      head[i] = DomainName.fold(owner.wireAt(i));
    }
    ByteBuffer.wrap(head, length, 6).putShort((short) rrset.type()).putInt(rrset.ttl());
    return length + 6;
  }

  private ContentDigest finish() {
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
    return new ContentDigest(hash.getLong(), hash.getLong());
  }
}
