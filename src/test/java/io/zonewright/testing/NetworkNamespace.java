package io.zonewright.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A network of its own on this machine (Linux, root): nothing outside sees its traffic, and it has
 * no addresses but those that a test gives it.
 */
public final class NetworkNamespace implements AutoCloseable {
  private static final Pattern LINK_LOCAL = Pattern.compile("fe80:[0-9a-f:]+");

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
    addAddress("lo", address);
  }

  /** Gives an interface one more address that can be used at once. */
  public void addAddress(String link, String address) {
    if (address.contains(":")) {
      ip("address", "add", address, "dev", link, "nodad");
    } else {
      ip("address", "add", address, "dev", link);
    }
  }

  /** Adds a route, as {@code unreachable 203.0.113.0/24}. */
  public void addRoute(String... route) {
    ip(Stream.concat(Stream.of("route", "add"), Stream.of(route)).toArray(String[]::new));
  }

  /** Sets a parameter of its kernel, as {@code net.ipv4.conf.all.rp_filter}. */
  public void set(String parameter, String value) {
    Tools.Result result = run("sysctl", List.of("-q", "-w", parameter + "=" + value));
    if (result.status() != 0) {
      throw new IllegalStateException(parameter + ": " + result.output());
    }
  }

  /** The link-local address of an interface, once it can be used. */
  public String linkLocal(String link) {
    Eventually.eventually().until(() -> !linkLocals(link).isEmpty());
    return linkLocals(link).getFirst();
  }

  private List<String> linkLocals(String link) {
    List<String> arguments = List.of("-6", "-o", "address", "show", "dev", link, "scope", "link");
    return run("ip", arguments).lines().stream()
        .filter(line -> !line.contains("tentative"))
        .map(LINK_LOCAL::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
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
   * @return the interfaces: this end's and the other's
   */
  public Cable connect(String mine, NetworkNamespace other, String theirs) {
    String cable = UUID.randomUUID().toString().substring(0, 8);
    Cable links = new Cable("a" + cable, "b" + cable);
    ip("link", "add", links.mine, "type", "veth", "peer", links.theirs, "netns", other.name);
    bringUp(links.mine, mine);
    other.bringUp(links.theirs, theirs);
    return links;
  }

  /**
   * The interfaces of a cable.
   *
   * @param mine that of the namespace which made it
   * @param theirs that of the other one
   */
  public record Cable(String mine, String theirs) {}

  private void bringUp(String link, String address) {
    addAddress(link, address);
    if (address.contains(":")) {
      ip("link", "set", link, "up");
    } else {
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
