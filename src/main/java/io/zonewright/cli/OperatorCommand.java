package io.zonewright.cli;

import io.quarkus.runtime.Quarkus;
import io.zonewright.server.ListenAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The root command: runs the operator. Its options are configuration properties by another name, so
 * that what a container sets by environment variables a user can type.
 */
@Command(
    name = "zonewright",
    description = {
      "An authoritative DNS server that is a Kubernetes operator.",
      "",
      "Without a subcommand it runs the operator: it watches DnsZone and DnsRecordSet resources of"
          + " the cluster that KUBECONFIG or the service account names, serves them, and says in"
          + " their status what is really being answered.",
      ""
    },
    footer = {
      "",
      "Each option can also be given by an environment variable (ZONEWRIGHT_LISTEN, ...); health"
          + " and metrics are on port 8080 (QUARKUS_HTTP_PORT)."
    },
    subcommands = {ServeCommand.class, CheckCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class OperatorCommand implements Runnable {
  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      converter = ListenAddressConverter.class,
      description = {
        "Serve DNS over UDP and TCP on this address (repeatable): 127.0.0.1:5300, [::1]:5300, or a"
            + " wildcard for every interface, 0.0.0.0:53, [::]:53, :53 (both families).",
        "Default: :5300 (ZONEWRIGHT_LISTEN, separated by commas)."
      })
  private List<ListenAddress> listen = List.of();

  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      description =
          "Watch this namespace only (repeatable). Default: all (ZONEWRIGHT_NAMESPACES,"
              + " separated by commas).")
  private List<String> namespaces = List.of();

  @Option(
      names = "--nsid",
      paramLabel = "TEXT",
      converter = NsidConverter.class,
      description =
          "What to answer to clients that ask which server this is (NSID, RFC 5001). Default:"
              + " nothing (ZONEWRIGHT_NSID).")
  private @Nullable String nsid;

  @Override
  public void run() {
    set("zonewright.listen", join(listen));
    set("zonewright.namespaces", String.join(",", namespaces));
    set("zonewright.nsid", nsid);
    Quarkus.run(OperatorApplication.class);
  }

  private static String join(List<ListenAddress> addresses) {
    return addresses.stream().map(ListenAddress::toString).collect(Collectors.joining(","));
  }

  /** System properties outrank environment variables, as options should. */
  private static void set(String property, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      System.setProperty(property, value);
    }
  }
}
