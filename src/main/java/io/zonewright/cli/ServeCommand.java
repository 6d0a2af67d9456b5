package io.zonewright.cli;

import io.zonewright.cli.serve.Journal;
import io.zonewright.cli.serve.JournalHandler;
import io.zonewright.cli.serve.QuietMoment;
import io.zonewright.cli.serve.ServedFiles;
import io.zonewright.cli.serve.ZoneFileOption;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.ListenException;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.ServerSettings;
import io.zonewright.server.SocketText;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves manifests and zone files without Kubernetes, and follows their changes. */
@Command(
    name = "serve",
    description = {
      "Serve manifests and zone files, without Kubernetes.",
      "",
      "Reads the same DnsZone and DnsRecordSet YAML that a cluster takes, and zone files (RFC 1035"
          + " section 5). It follows changes of the files by itself; what is wrong in them is"
          + " said, and what was last good stays served. Ends on SIGTERM or Ctrl-C.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  zonewright serve --manifests deploy/samples --listen '[::1]:5300' --listen 127.0.0.1:5300"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger SERVER_LOG = Logger.getLogger("io.zonewright.server");

  @Spec private CommandSpec spec;

  @Option(
      names = "--manifests",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "A YAML or JSON file, or a directory with such files in and below it (repeatable)."
              + " Objects of other kinds are passed over.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--zone-file",
      paramLabel = "ZONE=FILE",
      converter = ZoneFileOptionConverter.class,
      description =
          "Serve this zone from a zone file (repeatable), such as example.com=example.com.zone."
              + " $ORIGIN, $TTL, $GENERATE and, inside its directory, $INCLUDE are understood.")
  private List<ZoneFileOption> zoneFiles = List.of();

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      converter = ListenAddressConverter.class,
      description =
          "Answer over UDP and TCP on this address (repeatable): 127.0.0.1:5300, [::1]:5300, or a"
              + " wildcard for every interface, 0.0.0.0:53, [::]:53, :53. Default: :5300.")
  private List<ListenAddress> listen = List.of();

  @Option(
      names = "--nsid",
      paramLabel = "TEXT",
      converter = NsidConverter.class,
      description =
          "What to answer to clients that ask which server this is (NSID, RFC 5001). Default:"
              + " nothing.")
  private String nsid = "";

  @Option(
      names = "--workers",
      paramLabel = "NUMBER",
      converter = WorkersConverter.class,
      description =
          "So many threads for UDP, each with a socket of its own for each address. Default: one"
              + " for each processor, at most 16.")
  private @Nullable Integer workers;

  @Option(
      names = "--steer-by-processor",
      description =
          "Have the thread with the number of the processor that received a UDP packet answer it"
              + " (Linux). Default: clients are spread over the threads.")
  private boolean steerByProcessor;

  @Override
  public Integer call() throws InterruptedException {
    requireSomething();
    Journal journal = new Journal(spec.commandLine().getOut());
    SERVER_LOG.addHandler(new JournalHandler(journal));
    ZoneCatalog catalog = new ZoneCatalog();
    QueryCounters counters = new QueryCounters();
    DnsServer server = server(catalog, counters);
    try (ServedFiles files = new ServedFiles(manifests, zoneFiles, catalog, journal)) {
      prepareBeside(server);
      files.load();
      server.start();
      drainAtTheEnd(server, journal);
      server.boundAddresses().forEach(a -> journal.info("listening on " + SocketText.of(a)));
      journal.info("ready");
      if (files.areLarge()) {
        // Where nothing allocates only the periodic collection would come, which moves nothing.
        new QuietMoment(counters::responses, QUIET).use(PATIENCE, System::gc);
      }
      files.follow();
    } catch (IOException e) {
      server.close();
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  /** While the files are read, which takes its time if they are large. */
  private static void prepareBeside(DnsServer server) {
    Runnable prepare =
        () -> {
          try {
            server.prepare();
          } catch (ListenException e) {
            SERVER_LOG.log(Level.FINE, "left to the start, which meets it again", e);
          }
        };
    Thread.ofPlatform().daemon().name("zonewright-prepare").start(prepare);
  }

  private static void drainAtTheEnd(DnsServer server, Journal journal) {
    Runnable drain =
        () -> {
          server.close();
          journal.info("stopped");
        };
    Runtime.getRuntime().addShutdownHook(new Thread(drain, "zonewright-drain"));
  }

  private void requireSomething() {
    if (manifests.isEmpty() && zoneFiles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nothing to serve; name --manifests PATH or --zone-file ZONE=FILE");
    }
  }

  private DnsServer server(ZoneCatalog catalog, QueryCounters counters) {
    ServerSettings serving = serverSettings();
    QuerySettings answering = QuerySettings.defaults(serving.udpWorkers()).withNsid(nsid);
    return new DnsServer(serving, QueryHandlers.answering(catalog, answering), counters);
  }

  private ServerSettings serverSettings() {
    List<ListenAddress> addresses =
        listen.isEmpty() ? List.of(ListenAddress.parse(":5300")) : listen;
    ServerSettings serving = ServerSettings.of(addresses).withSteerByProcessor(steerByProcessor);
    return workers == null ? serving : serving.withUdpWorkers(workers);
  }
}
