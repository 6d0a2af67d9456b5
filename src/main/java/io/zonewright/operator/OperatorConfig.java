package io.zonewright.operator;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of the operator; documented in docs/configuration.md. */
@ConfigMapping(prefix = "zonewright")
public interface OperatorConfig {
  /** The addresses and ports to answer on, over UDP and TCP. */
  @WithDefault("0.0.0.0:5300,[::]:5300")
  List<String> listen();

  /** The namespaces to watch; all if it is not given. */
  Optional<List<String>> namespaces();

  /** What to tell a client that asks for the name of this server (RFC 5001). */
  Optional<String> nsid();

  /** What names this process among its replicas; host name and a random part if not given. */
  Optional<String> identity();

  /** Clients of TCP. */
  Tcp tcp();

  /** Packets of UDP. */
  Udp udp();

  /** The lease whose holder writes status. */
  Lease lease();

  /** Writing of status. */
  Status status();

  /** Log lines. */
  Log log();

  /** Clients of TCP. */
  interface Tcp {
    /** How much may be held for all of them together. */
    @WithDefault("64M")
    MemorySize memory();
  }

  /** Packets of UDP. */
  interface Udp {
    /** How many threads answer them; one for each processor, at most 16, if it is not given. */
    OptionalInt workers();

    /** Whether a packet goes to the thread of the processor that received it. */
    @WithDefault("false")
    boolean steerByProcessor();
  }

  /** The lease whose holder writes status. */
  interface Lease {
    /** The name of the Lease. */
    @WithDefault("zonewright-status")
    String name();

    /** Its namespace; that of the service account or of the kubeconfig if it is not given. */
    Optional<String> namespace();

    /** After so long without a renewal another replica may take it. */
    @WithDefault("15s")
    Duration duration();

    /** After so long without a renewal its holder gives up. */
    @WithDefault("10s")
    Duration renewDeadline();

    /** Between attempts to take or renew it. */
    @WithDefault("2s")
    Duration retryPeriod();
  }

  /** Writing of status. */
  interface Status {
    /** How many statuses are written at the same time. */
    @WithDefault("8")
    int writers();
  }

  /** Log lines. */
  interface Log {
    /** Whether each line is a JSON object, for a log collector, rather than text for a reader. */
    @WithDefault("false")
    boolean json();
  }
}
