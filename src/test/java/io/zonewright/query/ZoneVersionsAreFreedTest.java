package io.zonewright.query;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneNode;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker that nobody asks for an hour keeps no zone in memory of which there is a newer one. */
class ZoneVersionsAreFreedTest {
  private static final String[] RECORDS = {
    "www A 192.0.2.1", "old DNAME new", "cut NS ns.cut", "ns.cut A 192.0.2.3", "mail MX 10 www"
  };

  @ParameterizedTest
  @CsvSource({
    "www.example., A",
    "www.example., TXT",
    "mail.example., MX",
    "absent.example., A",
    "x.old.example., A",
    "x.cut.example., A",
    "cut.example., DS",
    "example., DS",
    "child.example., DS"
  })
  void whateverItAnsweredLast(String name, String type) {
    ZoneCatalog catalog = new ZoneCatalog();
    QueryEngine engine = new QueryEngine(catalog, QuerySettings.defaults());
    catalog.publish(current -> current.withUnavailable(DomainName.parse("child.example.")));
    WeakReference<ZoneNode> before = publish(catalog);
    ask(engine, name, type);

    publish(catalog);

    eventually(
        () -> {
          System.gc();
          assertThat(before.get()).isNull();
        });
    ask(engine, name, type);
  }

  /** Publishes a new version of the zone: its tree, of which nothing is shared with another. */
  private static WeakReference<ZoneNode> publish(ZoneCatalog catalog) {
    Zone zone = ZoneText.zone("example.", RECORDS);
    catalog.publish(current -> current.with(zone));
    return new WeakReference<>(zone.apexNode());
  }

  private static void ask(QueryEngine engine, String name, String type) {
    ByteBuffer packet = ByteBuffer.wrap(Ask.of(name, type).toPacket());
    ByteBuffer out = ByteBuffer.allocate(65_535);
    for (boolean stream : new boolean[] {false, true}) {
      assertThat(engine.answer(packet, out, stream)).isNotEqualTo(QueryEngine.DROP);
    }
  }
}
