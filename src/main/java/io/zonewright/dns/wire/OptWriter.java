package io.zonewright.dns.wire;

import io.zonewright.dns.ExtendedError;
import io.zonewright.dns.RRType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes the OPT record of a response (RFC 6891) with an NSID and an extended error, if any. */
public final class OptWriter {
  /** The octets of a record without options. */
  static final int FIXED_LENGTH = 11;

  private static final int OPTION_HEADER_LENGTH = 4;
  private static final int NSID = 3;
  private static final int EXTENDED_ERROR = 15;

  private final int payloadSize;
  private final byte[] nsid;

  /**
   * Makes a writer.
   *
   * @param payloadSize the greatest datagram that this server takes, in octets
   * @param nsid the identity of this server (RFC 5001); empty to have none
   */
  public OptWriter(int payloadSize, byte[] nsid) {
    this.payloadSize = payloadSize;
    this.nsid = nsid.clone();
  }

  /** The length of what {@link #write} will write. */
  public int length(EdnsQuery query, @Nullable ExtendedError error) {
    return FIXED_LENGTH + optionsLength(query, error);
  }

  /**
   * Writes the record.
   *
   * @param query what the client said; its DO bit is copied, its unknown flags and options are not
   * @param rcode the whole response code, of which the upper eight bits go here
   */
  public void write(MessageWriter out, EdnsQuery query, int rcode, @Nullable ExtendedError error) {
    out.u8(0);
    out.u16(RRType.OPT);
    out.u16(payloadSize);
    out.u8(rcode >> 4);
    out.u8(0);
    out.u16(query.dnssecOk() ? EdnsQuery.DNSSEC_OK : 0);
    out.u16(optionsLength(query, error));
    writeOptions(out, query, error);
  }

  /** The length of what {@link #writePlain} writes. */
  public int plainLength() {
    return FIXED_LENGTH;
  }

  /** Writes the record without options, for a response code that fits into the header. */
  public void writePlain(ByteBuffer out, int at, boolean dnssecOk) {
    out.put(at, (byte) 0);
    out.putShort(at + 1, (short) RRType.OPT);
    out.putShort(at + 3, (short) payloadSize);
    out.putInt(at + 5, dnssecOk ? EdnsQuery.DNSSEC_OK : 0);
    out.putShort(at + 9, (short) 0);
  }

  private void writeOptions(MessageWriter out, EdnsQuery query, @Nullable ExtendedError error) {
    if (sendsNsid(query)) {
      out.u16(NSID);
      out.u16(nsid.length);
      out.octets(nsid, 0, nsid.length);
    }
    if (error != null) {
      out.u16(EXTENDED_ERROR);
      out.u16(2);
      out.u16(error.infoCode());
    }
  }

  private int optionsLength(EdnsQuery query, @Nullable ExtendedError error) {
    int identity = sendsNsid(query) ? OPTION_HEADER_LENGTH + nsid.length : 0;
    int reason = error == null ? 0 : OPTION_HEADER_LENGTH + 2;
    return identity + reason;
  }

  private boolean sendsNsid(EdnsQuery query) {
    return query.nsidAsked() && nsid.length > 0;
  }
}
