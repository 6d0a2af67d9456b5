package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Zone data for tests, written as {@code owner TYPE rdata}, with a TTL of 300. Names are absolute
 * with or without their final dot; a line of an owner and type seen before joins its RRset.
 */
final class ZoneData {
  static final int TTL = 300;

  /** SOA and NS of a zone example.com. */
  static final String[] APEX_LINES = {
    "example.com SOA ns1.example.com hostmaster.example.com 1 7200 900 1209600 60",
    "example.com NS ns1.example.com",
    "example.com NS ns2.example.com",
    "ns1.example.com A 192.0.2.1",
    "ns1.example.com AAAA 2001:db8::1",
    "ns2.example.com A 192.0.2.2",
    "ns2.example.com AAAA 2001:db8::2"
  };

  private ZoneData() {}

  static Zone zone(String apex, String... lines) {
    return put(Zone.empty(name(apex)).edit(), lines).commit();
  }

  static ZoneEditor put(ZoneEditor editor, String... lines) {
    rrsets(lines).forEach((key, rrset) -> editor.put(key.owner(), rrset));
    return editor;
  }

  record Key(DomainName owner, int type) {}

  static Map<Key, RRset> rrsets(String... lines) {
    Map<Key, List<byte[]>> data = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      Key key = new Key(name(words[0]), RRType.parse(words[1]).orElseThrow());
      data.computeIfAbsent(key, k -> new ArrayList<>()).add(rdata(key.type(), words[2]));
    }
    Map<Key, RRset> rrsets = new LinkedHashMap<>();
    data.forEach((key, rdata) -> rrsets.put(key, RRset.of(key.type(), TTL, rdata)));
    return rrsets;
  }

  static RRset rrset(String type, String... rdata) {
    int number = RRType.parse(type).orElseThrow();
    return RRset.of(number, TTL, Arrays.stream(rdata).map(text -> rdata(number, text)).toList());
  }

  static DomainName name(String text) {
    return DomainName.parse(text);
  }

  static Lookup lookup(Zone zone, String name, String type) {
    NameBuffer buffer = new NameBuffer();
    buffer.set(name(name));
    Lookup lookup = new Lookup();
    zone.lookup(buffer, RRType.parse(type).orElseThrow(), lookup);
    return lookup;
  }

  private static byte[] rdata(int type, String text) {
    String[] words = text.split(" ", -1);
    ByteBuffer out = ByteBuffer.allocate(1024);
    switch (type) {
      case RRType.A, RRType.AAAA -> out.put(address(text));
      case RRType.NS, RRType.CNAME, RRType.DNAME, RRType.PTR -> out.put(name(text).toWire());
      case RRType.MX -> out.putShort(number(words[0])).put(name(words[1]).toWire());
      case RRType.SVCB, RRType.HTTPS -> out.putShort(number(words[0])).put(name(words[1]).toWire());
      case RRType.SRV -> {
        out.putShort(number(words[0])).putShort(number(words[1])).putShort(number(words[2]));
        out.put(name(words[3]).toWire());
      }
      case RRType.SOA -> {
        out.put(name(words[0]).toWire()).put(name(words[1]).toWire());
        for (int i = 2; i < 7; i++) {
          out.putInt(Integer.parseUnsignedInt(words[i]));
        }
      }
      default -> out.put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static short number(String text) {
    return (short) Integer.parseInt(text);
  }

  private static byte[] address(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
