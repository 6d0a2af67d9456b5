package io.zonewright.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A network of its own on this machine (Linux, root): nothing outside sees its traffic, and it has
 * no addresses but those that a test gives it.
 */
public final class NetworkNamespace implements AutoCloseable {
  private final String name;

  private NetworkNamespace(String name) {
    this.name = name;
  }

  /** Makes one whose loopback interface is up; where the machine cannot, the test is skipped. */
  public static NetworkNamespace create() {
    String name = "zw-" + UUID.randomUUID().toString().substring(0, 8);
    Tools.Result made = Tools.run("ip", List.of("netns", "add", name));
    if (made.status() != 0) {
      throw Requirement.impossible(
          "This machine makes no network namespaces for us (are you root?): " + made.output());
    }
    NetworkNamespace namespace = new NetworkNamespace(name);
    namespace.ip("link", "set", "lo", "up");
    return namespace;
  }

  /** Gives the loopback interface one more address, as {@code 192.0.2.1/32}. */
  public void addLoopbackAddress(String address) {
    ip("address", "add", address, "dev", "lo");
  }

  /** Takes an address of the loopback interface away. */
  public void removeLoopbackAddress(String address) {
    ip("address", "delete", address, "dev", "lo");
  }

  /**
   * Connects this namespace and another by a cable.
   *
   * @param mine this end's address with its prefix length, as {@code 192.0.2.1/30}
   * @param other the other namespace
   * @param theirs the other end's address
   */
  public void connect(String mine, NetworkNamespace other, String theirs) {
    String cable = UUID.randomUUID().toString().substring(0, 8);
    ip("link", "add", "a" + cable, "type", "veth", "peer", "b" + cable, "netns", other.name);
    bringUp("a" + cable, mine);
    other.bringUp("b" + cable, theirs);
  }

  private void bringUp(String link, String address) {
    if (address.contains(":")) {
      ip("address", "add", address, "dev", link, "nodad");
      ip("link", "set", link, "up");
    } else {
      ip("address", "add", address, "dev", link);
      ip("link", "set", link, "addrgenmode", "none", "up");
    }
  }

  /** The addresses of one family, {@code 4} or {@code 6}, that other machines could reach. */
  public List<String> addresses(int family) {
    return run("ip", List.of("-" + family, "-o", "address", "show", "scope", "global")).lines();
  }

  private void ip(String... arguments) {
    List<String> all = Stream.concat(Stream.of("-n", name), Stream.of(arguments)).toList();
    Tools.Result result = Tools.run("ip", all);
    if (result.status() != 0) {
      throw new IllegalStateException("ip " + String.join(" ", all) + ": " + result.output());
    }
  }

  /** Runs a program in it to its end. */
  public Tools.Result run(String program, List<String> arguments) {
    List<String> inside = new ArrayList<>(List.of(enter(), Tools.require(program).toString()));
    inside.addAll(arguments);
    return Tools.run("nsenter", inside);
  }

  /** Starts a program in it. */
  public ChildProcess start(String label, Path log, List<String> command) {
    List<String> inside = new ArrayList<>(List.of(Tools.require("nsenter").toString(), enter()));
    inside.addAll(command);
    return ChildProcess.start(label, log, inside, Map.of());
  }

  // Not `ip netns exec`, which mounts /sys anew and so takes the cgroups away.
  private String enter() {
    return "--net=/run/netns/" + name;
  }

  /** Removes it, and with it every address and cable. */
  @Override
  public void close() {
    Tools.run("ip", List.of("netns", "delete", name));
  }
}
