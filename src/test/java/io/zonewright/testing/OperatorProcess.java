package io.zonewright.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operator as a process of its own, serving DNS on a free port of {@code 127.0.0.1} and {@code
 * ::1}.
 */
public final class OperatorProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final ChildProcess process;
  private final int dnsPort;
  private final int httpPort;

  private OperatorProcess(ChildProcess process, int dnsPort, int httpPort) {
    this.process = process;
    this.dnsPort = dnsPort;
    this.httpPort = httpPort;
  }

  /** Starts it against a control plane and waits until it is ready. */
  public static OperatorProcess start(ControlPlane controlPlane) {
    return with(controlPlane.kubeconfig()).start();
  }

  /** Begins the description of one that uses the given kubeconfig. */
  public static Builder with(Path kubeconfig) {
    return new Builder(kubeconfig);
  }

  /** What differs from an operator with default configuration. */
  public static final class Builder {
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> javaOptions = new ArrayList<>();
    private int dnsPort = FreePort.dns();

    private Builder(Path kubeconfig) {
      environment.put("KUBECONFIG", kubeconfig.toString());
    }

    /** Sets an environment variable. */
    public Builder env(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Adds an option of the JVM. */
    public Builder javaOption(String option) {
      javaOptions.add(option);
      return this;
    }

    /** Serves on this port, for instance that of one which ended. */
    public Builder dnsPort(int port) {
      dnsPort = port;
      return this;
    }

    /** Starts it and waits until it says that it is ready. */
    public OperatorProcess start() {
      OperatorProcess operator = startUnready();
      operator.awaitReady();
      return operator;
    }

    /** Starts it and does not wait. */
    public OperatorProcess startUnready() {
      int httpPort = FreePort.tcp();
      environment.putIfAbsent("ZONEWRIGHT_LISTEN", "127.0.0.1:%1$d,[::1]:%1$d".formatted(dnsPort));
      environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
      ChildProcess process = ZonewrightProcess.start(javaOptions, List.of(), environment);
      return new OperatorProcess(process, dnsPort, httpPort);
    }
  }

  /** Waits until {@code /q/health/ready} answers 200. */
  public void awaitReady() {
    process.awaitReady(() -> status("/q/health/ready") == 200, START);
  }

  /** The HTTP status of a path, or 0 if nobody answers. */
  public int status(String path) {
    try {
      return request(path).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  /** The body of a path, for instance {@code /q/metrics}. */
  public String get(String path) throws IOException {
    return request(path).body();
  }

  private HttpResponse<String> request(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + httpPort + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The port of its DNS listeners. */
  public int dnsPort() {
    return dnsPort;
  }

  /** The port of its health checks and metrics. */
  public int httpPort() {
    return httpPort;
  }

  /** A client that asks it over UDP and IPv4; others by {@link DnsClient#over}. */
  public DnsClient dns() {
    return DnsClient.of(dnsPort);
  }

  /** What it has logged. */
  public String log() {
    return process.log();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to end (SIGTERM), waits, and returns its exit status. */
  public int stop() {
    return process.stop();
  }

  /** Ends it at once (SIGKILL), as a crash would. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
