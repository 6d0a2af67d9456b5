package io.zonewright.zone.compile;

import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.IpAddress;
import io.zonewright.zone.compile.rdata.RdataBuilder;
import java.util.Arrays;
import java.util.List;

/** Reads the addresses of A, AAAA and A+AAAA, and splits them by family. */
final class AddressesReader {
  private static final int MAX = 256;
  private static final int V4_LENGTH = 4;
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private final String field;
  private final String type;
  private final Findings findings;
  private final List<TypedRdata> read;

  AddressesReader(String field, String type, Findings findings, List<TypedRdata> read) {
    this.field = field;
    this.type = type;
    this.findings = findings;
    this.read = read;
  }

  void read(RecordData.Addresses data) {
    findings.listSize(field, data.addresses(), MAX);
    findings.distinct(field, data.addresses());
    readAll(data.addresses());
  }

  /** Reads addresses without a look at the list as a whole. */
  void readAll(List<String> addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      read(field + "[" + i + "]", addresses.get(i));
    }
  }

  private void read(String where, String text) {
    byte[] octets = IpAddress.parse(text);
    if (octets == null) {
      findings.invalid(
          where,
          "'"
              + text
              + "' must be an IPv4 or IPv6 address, such as '192.0.2.10' or"
              + " '2001:db8::10'");
      return;
    }
    if (isMapped(octets)) {
      findings.invalid(where, "'" + text + "' is an IPv4 address in IPv6 form; write it as IPv4");
      return;
    }
    int family = octets.length == V4_LENGTH ? RRType.A : RRType.AAAA;
    boolean single = type.equals("A") || type.equals("AAAA");
    if (single && !type.equals(RRType.mnemonic(family))) {
      findings.invalid(
          where,
          "type A takes IPv4 addresses and AAAA takes IPv6 addresses; use A+AAAA for both in one"
              + " record set");
    }
    read.add(new TypedRdata(family, new RdataBuilder().octets(octets).build()));
  }

  /** An address of {@code ::ffff:0:0/96}, which no host has (RFC 4291 section 2.5.5.2). */
  private static boolean isMapped(byte[] octets) {
    return octets.length > V4_LENGTH
        && Arrays.equals(octets, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
  }
}
