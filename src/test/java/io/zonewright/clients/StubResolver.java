package io.zonewright.clients;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An Unbound that asks our server by one transport, and is asked by the C library by the same: what
 * a program on a common machine has between itself and us.
 */
final class StubResolver implements AutoCloseable {
  private final NetworkNamespace network;
  private final Transport transport;
  private final Path folder;
  private final ChildProcess unbound;

  private StubResolver(NetworkNamespace network, Transport transport, Path folder)
      throws IOException {
    this.network = network;
    this.transport = transport;
    this.folder = folder;
    Path configuration = folder.resolve("unbound.conf");
    Files.writeString(configuration, configuration());
    Files.writeString(folder.resolve("resolv.conf"), resolvConf());
    List<String> command =
        List.of(Tools.require("unbound").toString(), "-d", "-p", "-c", configuration.toString());
    this.unbound = network.start("unbound", folder.resolve("unbound.log"), command);
  }

  /**
   * Starts one in the network in which the server listens on port 5300 of the loopback addresses.
   */
  static StubResolver start(NetworkNamespace network, Transport transport, Path folder)
      throws IOException {
    StubResolver stub = new StubResolver(network, transport, folder);
    stub.unbound.awaitReady(
        () -> stub.addresses(ClientsZone.ONLY_4).contains("192.0.2.4"), Duration.ofMinutes(1));
    return stub;
  }

  private String configuration() {
    boolean ipv4 = transport == Transport.UDP4 || transport == Transport.TCP4;
    return """
    server:
      interface: 127.0.0.1
      interface: ::1
      port: 53
      do-ip4: yes
      do-ip6: yes
      tcp-upstream: %s
      do-daemonize: no
      use-syslog: no
      username: ""
      chroot: ""
      directory: "%s"
      pidfile: ""
      module-config: "iterator"
      do-not-query-localhost: no
      local-zone: "example." nodefault
      num-threads: 1
    remote-control:
      control-enable: no
    stub-zone:
      name: "clients.example"
      stub-addr: %s@5300
    """
        .formatted(transport.isTcp() ? "yes" : "no", folder, ipv4 ? "127.0.0.1" : "::1");
  }

  private String resolvConf() {
    return "nameserver %s%n%s"
        .formatted(transport.host(), transport.isTcp() ? "options use-vc\n" : "");
  }

  /** What {@code getent ahosts} gives a program: the addresses of both families, sorted. */
  List<String> addresses(String name) {
    return run("getent ahosts " + name).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .distinct()
        .sorted()
        .toList();
  }

  /** What {@code InetAddress.getAllByName} gives a Java program: the same, sorted. */
  List<String> addressesInJava(String name) {
    String command =
        "%s -Xmx64m -XX:TieredStopAtLevel=1 -cp '%s' %s %s"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                JavaLookup.class.getName(),
                name);
    return run(command).stream().sorted().toList();
  }

  /** The lines that a program writes whose resolver is this one. */
  private List<String> run(String command) {
    String script =
        "mount --bind %s /etc/resolv.conf && exec %s"
            .formatted(folder.resolve("resolv.conf"), command);
    return network.run("unshare", List.of("--mount", "sh", "-c", script)).lines();
  }

  @Override
  public void close() {
    unbound.close();
  }
}
