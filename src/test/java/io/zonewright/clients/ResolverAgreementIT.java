package io.zonewright.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.Transport;
import io.zonewright.testing.ZonewrightProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * dig, kdig and, through a caching resolver, the C library and Java's own resolver see the same
 * addresses over each transport.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolverAgreementIT {
  private final NetworkNamespace network = NetworkNamespace.create();
  private @Nullable ChildProcess server;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    // Without an address of a family the C library asks for none of it.
    network.addLoopbackAddress("198.51.100.1/32");
    network.addLoopbackAddress("2001:db8:e::1/128");
    String manifests = ClientsZone.writeTo(folder).toString();
    ChildProcess started =
        ZonewrightProcess.startIn(
            network,
            List.of(
                "serve",
                "--manifests",
                manifests,
                "--listen",
                "127.0.0.1:5300",
                "--listen",
                "[::1]:5300"));
    server = started;
    started.awaitReady(
        () -> !ask("dig", Transport.UDP4, ClientsZone.ONLY_4).isEmpty(), Duration.ofMinutes(2));
  }

  @AfterAll
  void closeAll() {
    if (server != null) {
      server.close();
    }
    network.close();
  }

  @ParameterizedTest
  @EnumSource
  void digKdigTheSystemAndJavaAgree(Transport transport, @TempDir Path folder) throws Exception {
    Path own = Files.createDirectory(folder.resolve("stub"));
    try (StubResolver stub = StubResolver.start(network, transport, own)) {
      for (Expected expected : EXPECTED) {
        assertThat(ask("dig", transport, expected.name)).as("dig").isEqualTo(expected.addresses);
        assertThat(ask("kdig", transport, expected.name)).as("kdig").isEqualTo(expected.addresses);
        assertThat(stub.addresses(expected.name)).as("getent").isEqualTo(expected.addresses);
        assertThat(stub.addressesInJava(expected.name)).as("Java").isEqualTo(expected.addresses);
      }
    }
  }

  private record Expected(String name, List<String> addresses) {
    static Expected of(String name, String... addresses) {
      return new Expected(name, List.of(addresses));
    }
  }

  private static final List<Expected> EXPECTED =
      List.of(
          Expected.of(ClientsZone.BOTH, "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"),
          Expected.of(ClientsZone.ALIAS, "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"),
          Expected.of(ClientsZone.ONLY_4, "192.0.2.4"),
          Expected.of(ClientsZone.ONLY_6, "2001:db8::6"),
          Expected.of(ClientsZone.WILDCARD, "192.0.2.7", "2001:db8::7"),
          Expected.of(ClientsZone.ABSENT));

  /** The addresses of both families, sorted; the aliases on the way are left out. */
  private List<String> ask(String program, Transport transport, String name) {
    return Stream.of("A", "AAAA")
        .flatMap(type -> ask(program, transport, name, type).stream())
        .filter(line -> !line.endsWith("."))
        .sorted()
        .toList();
  }

  private List<String> ask(String program, Transport transport, String name, String type) {
    String tcp = transport.isTcp() ? "+tcp" : "+notcp";
    List<String> arguments =
        List.of("@" + transport.host(), "-p", "5300", tcp, "+short", "+norecurse", name, type);
    return network.run(program, arguments).lines();
  }
}
