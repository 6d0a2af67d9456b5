package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.cli.QueryHandlers;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.Packet;
import io.zonewright.server.QueryHandler;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine over some zones, asked packet by packet. */
final class Responder {
  /** Who else is shown each packet, for the responders that are made within a scope. */
  static final ScopedValue<Function<Responder, Consumer<byte[]>>> WITNESSES =
      ScopedValue.newInstance();

  /** As behind a packet in the buffer of a transport: nothing of it may matter. */
  private static final int SLACK = 64;

  private final ZoneCatalog catalog = new ZoneCatalog();
  private final QueryEngine engine;
  private final ByteBuffer out = ByteBuffer.allocate(65_535);
  private final QuerySettings settings;
  private Consumer<byte[]> witness = packet -> {};

  private Responder(QuerySettings settings) {
    this.settings = settings;
    engine = new QueryEngine(catalog, settings);
  }

  static Responder serving(Zone... zones) {
    return serving(QuerySettings.defaults(), zones);
  }

  static Responder serving(QuerySettings settings, Zone... zones) {
    Responder responder = new Responder(settings);
    for (Zone zone : zones) {
      responder.catalog.publish(current -> current.with(zone));
    }
    responder.witness = WITNESSES.orElse(nobody -> packet -> {}).apply(responder);
    return responder;
  }

  /** Serves one zone of these records beside SOA and NS. */
  static Responder servingZone(String apex, String... records) {
    return serving(ZoneText.zone(apex, records));
  }

  /** Replaces a zone. */
  void publish(Zone zone) {
    catalog.publish(current -> current.with(zone));
  }

  Responder knowingOfUnavailable(String apex) {
    catalog.publish(current -> current.withUnavailable(DomainName.parse(apex)));
    return this;
  }

  /** Another engine over the same zones. */
  QueryEngine newEngine() {
    return new QueryEngine(catalog, settings);
  }

  /** What a server needs to answer from the same zones. */
  QueryHandler.Factory handlers() {
    return QueryHandlers.answering(catalog, settings);
  }

  Reply ask(String name, String type) {
    return ask(Ask.of(name, type));
  }

  Reply ask(Ask question) {
    return reply(question.toPacket(), false);
  }

  Reply askByTcp(String name, String type) {
    return askByTcp(Ask.of(name, type));
  }

  Reply askByTcp(Ask question) {
    return reply(question.toPacket(), true);
  }

  Reply send(Packet packet) {
    return reply(packet.toBytes(), false);
  }

  /**
   * The response to raw octets, or empty if they are dropped. Whatever is asked, asking it again
   * has the same response, which then comes by the shortcut if there is one.
   */
  Optional<byte[]> exchange(byte[] packet, boolean stream) {
    witness.accept(packet);
    Optional<byte[]> response = answer(packet, stream);
    assertThat(answer(packet, stream).map(ByteBuffer::wrap))
        .as("the response when asked again")
        .isEqualTo(response.map(ByteBuffer::wrap));
    return response;
  }

  private Optional<byte[]> answer(byte[] packet, boolean stream) {
    ByteBuffer buffer = ByteBuffer.allocate(packet.length + SLACK).put(packet).flip();
    int length = engine.answer(buffer, out, stream);
    if (length == QueryEngine.DROP) {
      return Optional.empty();
    }
    byte[] response = new byte[length];
    out.get(0, response);
    return Optional.of(response);
  }

  private Reply reply(byte[] packet, boolean stream) {
    Optional<byte[]> response = exchange(packet, stream);
    assertThat(response).as("a response").isPresent();
    return Reply.parse(response.get());
  }
}
