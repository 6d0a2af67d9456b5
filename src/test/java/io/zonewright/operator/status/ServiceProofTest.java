package io.zonewright.operator.status;

import static io.zonewright.operator.status.SoaServer.ANSWERS;
import static io.zonewright.operator.status.SoaServer.MUTE;
import static io.zonewright.testing.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.dns.Serial;
import io.zonewright.operator.Desk;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.SourceId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A zone with serial 77, and servers that answer with it more or less. */
class ServiceProofTest {
  private static final Set<AddressFamily> BOTH = EnumSet.allOf(AddressFamily.class);
  private static final Set<AddressFamily> IPV4 = EnumSet.of(AddressFamily.IPV4);
  private static final SourceId CONTOSO = id("contoso");

  private final StatusMarksQueue queue = new StatusMarksQueue();
  private final Desk desk = new Desk(new ZoneCatalog(), queue);
  private final List<SoaServer> servers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    queue.close();
    for (SoaServer server : servers) {
      server.close();
    }
  }

  @Test
  void aZoneIsProvenWhenBothFamiliesAnswerOverUdpAndTcp() throws IOException {
    serve(List.of(zone("contoso")));

    prove(List.of(answering("127.0.0.1"), answering("::1")), BOTH);

    eventually(() -> assertThat(facts(CONTOSO).proven()).isTrue());
    assertThat(sentence()).isEqualTo("Serial 77 is served over IPv4 and IPv6.");
  }

  @Test
  void aFamilyThatRefusesTcpIsNotProven() throws IOException {
    serve(List.of(zone("contoso")));
    SoaServer deaf = server("::1", ANSWERS, MUTE);
    deaf.closeTcp();

    prove(List.of(answering("127.0.0.1"), deaf.address()), BOTH);

    assertNotProven("served over IPv4, but not yet over IPv6 (no answer over TCP).");
  }

  @Test
  void aFamilyThatIsSilentOverTcpIsNotProven() throws IOException {
    serve(List.of(zone("contoso")));

    prove(List.of(server("127.0.0.1", ANSWERS, MUTE).address(), answering("::1")), BOTH);

    assertNotProven("served over IPv6, but not yet over IPv4 (no answer over TCP).");
  }

  @Test
  void aFamilyThatIsSilentOverUdpIsNotProven() throws IOException {
    serve(List.of(zone("contoso")));

    prove(List.of(answering("127.0.0.1"), server("::1", MUTE, ANSWERS).address()), BOTH);

    assertNotProven("served over IPv4, but not yet over IPv6 (no answer over UDP).");
  }

  @Test
  void aFamilyThatIsNotListenedOnIsNamed() throws IOException {
    serve(List.of(zone("contoso")));

    prove(List.of(answering("127.0.0.1")), IPV4);

    eventually(() -> assertThat(facts(CONTOSO).proven()).isTrue());
    assertThat(sentence()).contains("over IPv4, not over IPv6");
  }

  @Test
  void manyZonesAreProvenOverFewConnections() throws IOException {
    List<DnsZone> zones = IntStream.range(0, 200).mapToObj(i -> zone("zone" + i)).toList();
    serve(zones);
    SoaServer server = server("127.0.0.1", ANSWERS, ANSWERS);

    prove(List.of(server.address()), IPV4);

    eventually(
        () -> assertThat(zones).allMatch(zone -> facts(id(zone.getMetadata().getName())).proven()));
    assertThat(server.connections()).isBetween(1, 4);
  }

  @Test
  void zonesThatAreNotAnsweredHoldUpNoOther() throws IOException {
    List<DnsZone> silent = IntStream.range(0, 20).mapToObj(i -> zone("silent" + i)).toList();
    desk.open(() -> Stream.concat(silent.stream(), Stream.of(zone("contoso"))).toList(), List::of);
    silent.forEach(zone -> adopt(id(zone.getMetadata().getName())));
    AtomicInteger unanswered = new AtomicInteger();
    prove(List.of(server("127.0.0.1", ANSWERS, silentAboutSome(unanswered)).address()), IPV4);
    eventually(() -> assertThat(unanswered).hasValueGreaterThan(silent.size() + 4));
    int before = unanswered.get();

    adopt(CONTOSO);

    eventually(() -> assertThat(facts(CONTOSO).proven()).isTrue());
    assertThat(unanswered.get() - before).isLessThan(silent.size() / 2);
  }

  private static UnaryOperator<byte[]> silentAboutSome(AtomicInteger unanswered) {
    return query -> {
      if (!isSilent(query)) {
        return SoaServer.answer(query);
      }
      unanswered.incrementAndGet();
      return MUTE.apply(query);
    };
  }

  private static boolean isSilent(byte[] query) {
    return query[13] == 's';
  }

  private void assertNotProven(String message) {
    eventually(() -> assertThat(sentence()).endsWith(message));
    assertThat(facts(CONTOSO).proven()).isFalse();
  }

  private String sentence() {
    Evidence evidence = facts(CONTOSO).evidence();
    return evidence == null ? "" : evidence.sentence();
  }

  private void serve(List<DnsZone> zones) {
    desk.open(() -> zones, List::of);
    zones.forEach(zone -> adopt(id(zone.getMetadata().getName())));
  }

  private void adopt(SourceId id) {
    desk.adopt(id, Serial.of(77), requireNonNull(facts(id).digest()));
  }

  private void prove(List<InetSocketAddress> bound, Set<AddressFamily> configured) {
    new ServiceProof(queue, desk, () -> bound, configured).start();
  }

  private ZoneFacts facts(SourceId id) {
    return requireNonNull(desk.zone(id));
  }

  private InetSocketAddress answering(String address) throws IOException {
    return server(address, ANSWERS, ANSWERS).address();
  }

  private SoaServer server(String address, UnaryOperator<byte[]> udp, UnaryOperator<byte[]> tcp)
      throws IOException {
    SoaServer server = new SoaServer(address, udp, tcp);
    servers.add(server);
    return server;
  }

  private static SourceId id(String name) {
    return new SourceId("dns", name);
  }

  private static DnsZone zone(String name) {
    String yaml =
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: %s, namespace: dns, generation: 1, uid: "%s", resourceVersion: "1"}
        spec: {zoneName: "%s.example", nameServers: [{name: ns.provider.example.}]}
        """
            .formatted(name, name, name);
    return Serialization.unmarshal(yaml, DnsZone.class);
  }
}
