package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.cli.QueryHandlers;
import io.zonewright.server.DnsServer;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** The same cases, each by UDP over both families. */
@Timeout(300)
class ConformanceOverSocketsTest extends ConformanceTest {
  private static final int TIMEOUT = 20_000;
  private static final int MAX_MESSAGE = 65_535;

  private final ZoneCatalog catalog = new ZoneCatalog();
  private final List<DatagramSocket> clients = new ArrayList<>();
  private DnsServer server;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(QueryHandlers.answering(catalog, QuerySettings.defaults()));
    for (InetSocketAddress address : server.boundAddresses()) {
      DatagramSocket client = new DatagramSocket();
      client.setSoTimeout(TIMEOUT);
      client.connect(address);
      clients.add(client);
    }
    assertThat(clients).hasSize(2);
  }

  @AfterEach
  void stop() {
    clients.forEach(DatagramSocket::close);
    server.close();
  }

  @Override
  Reply ask(Zone zone, Ask question) throws IOException {
    catalog.publish(current -> Catalog.empty().with(zone));
    byte[] packet = question.toPacket();
    byte[] response = exchange(clients.getFirst(), packet);
    assertThat(exchange(clients.getLast(), packet)).isEqualTo(response);
    return Reply.parse(response);
  }

  private static byte[] exchange(DatagramSocket client, byte[] packet) throws IOException {
    client.send(new DatagramPacket(packet, packet.length));
    DatagramPacket response = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
    client.receive(response);
    return Arrays.copyOf(response.getData(), response.getLength());
  }
}
