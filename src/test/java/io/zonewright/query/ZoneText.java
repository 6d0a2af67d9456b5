package io.zonewright.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneEditor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Zones from records in presentation form, names relative to the apex, TTL 300 unless given. */
public final class ZoneText {
  /** The SOA that {@link #zone} adds; its MINIMUM is 900. */
  private static final String SOA = "@ 3600 SOA ns.other. admin.other. 1 7200 3600 1209600 900\n";

  private ZoneText() {}

  /** A zone of these records and a SOA and NS record. */
  public static Zone zone(String apex, String... records) {
    return bare(apex, SOA + "@ NS ns.other.\n" + String.join("\n", records));
  }

  /** A zone of exactly these records. */
  public static Zone bare(String apex, String text) {
    ZoneEditor editor = Zone.empty(DomainName.parse(apex)).edit();
    read(apex, text)
        .forEach((key, data) -> editor.put(key.owner, RRset.of(key.type, key.ttl, data)));
    return editor.commit();
  }

  private static Map<Key, List<byte[]>> read(String apex, String text) {
    Map<Key, List<byte[]>> rrsets = new LinkedHashMap<>();
    byte[] octets = (text + "\n").getBytes(ISO_8859_1);
    try (Master master = new Master(new ByteArrayInputStream(octets), Name.fromString(apex), 300)) {
      for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
        rrsets.computeIfAbsent(Key.of(r), key -> new ArrayList<>()).add(rdata(r));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rrsets;
  }

  private static byte[] rdata(Record r) {
    byte[] wire = r.toWire(Section.ADDITIONAL);
    return Arrays.copyOfRange(wire, r.getName().length() + 10, wire.length);
  }

  private record Key(DomainName owner, int type, int ttl) {
    static Key of(Record r) {
      return new Key(DomainName.fromWire(r.getName().toWire(), 0), r.getType(), (int) r.getTTL());
    }
  }
}
