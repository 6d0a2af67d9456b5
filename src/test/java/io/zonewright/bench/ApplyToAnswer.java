package io.zonewright.bench;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.File;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * How long from sending a write to the API server until the first correct answer on the wire,
 * beside the time until a bare watch client sees the event of the same write. Run by hand (see
 * docs/benchmarks/README.md); quote the ratio, not the times.
 *
 * <p>Arguments: kubeconfig, address of the DNS server, its port, record sets to have present,
 * writes to measure.
 */
public final class ApplyToAnswer {
  private static final String NAMESPACE = "apply-to-answer";
  private static final String ZONE = "bench.example";
  private static final int WARM_UP = 100;

  private final KubernetesClient client;
  private final InetAddress server;
  private final int port;
  private final Map<String, Long> seenByWatch = new ConcurrentHashMap<>();

  private ApplyToAnswer(KubernetesClient client, InetAddress server, int port) {
    this.client = client;
    this.server = server;
    this.port = port;
  }

  /** Measures and prints medians, 99th percentiles and their ratios. */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      System.err.println("usage: ApplyToAnswer KUBECONFIG ADDRESS PORT RECORD_SETS WRITES");
      System.exit(2);
    }
    Config config = Config.fromKubeconfig(new File(args[0]));
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
        KubernetesClient bare = new KubernetesClientBuilder().withConfig(config).build()) {
      ApplyToAnswer run =
          new ApplyToAnswer(client, InetAddress.getByName(args[1]), Integer.parseInt(args[2]));
      run.prepare(Integer.parseInt(args[3]));
      Watch watch = run.watch(bare);
      run.measure(Integer.parseInt(args[4]));
      watch.close();
    }
    System.exit(0); // threads of the clients would outlive the figures by minutes
  }

  private void prepare(int recordSets) throws Exception {
    client
        .namespaces()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .serverSideApply();
    resources(client, "DnsZone").resource(zone()).forceConflicts().serverSideApply();
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(16)) {
      List<Future<?>> writes =
          java.util.stream.IntStream.range(0, recordSets)
              .<Future<?>>mapToObj(i -> workers.submit(() -> createIfAbsent(i)))
              .toList();
      for (Future<?> write : writes) {
        write.get();
      }
    }
    write("10.0.0.1");
    for (int i = recordSets == 0 ? 0 : recordSets - 1; ; i--) {
      awaitAnswer("host" + i, null);
      if (i <= Math.max(0, recordSets - 10)) {
        break;
      }
    }
    System.out.printf(
        "%d record sets present and answered, %.1f s after the first was sent%n",
        recordSets, (System.nanoTime() - start) / 1e9);
  }

  private void createIfAbsent(int i) {
    String name = "host" + i;
    GenericKubernetesResource set =
        recordSet(name, "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255));
    try {
      resources(client, "DnsRecordSet").resource(set).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
  }

  private Watch watch(KubernetesClient bare) {
    return resources(bare, "DnsRecordSet")
        .withName("probe")
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, GenericKubernetesResource set) {
                Map<String, Object> spec = set.get("spec");
                List<?> addresses = (List<?>) spec.get("addresses");
                seenByWatch.putIfAbsent(addresses.getFirst().toString(), System.nanoTime());
              }

              @Override
              public void onClose(WatcherException cause) {
                System.err.println("the watch closed: " + cause);
              }
            });
  }

  private void measure(int writes) throws Exception {
    long[] answers = new long[writes];
    long[] events = new long[writes];
    for (int i = -WARM_UP; i < writes; i++) {
      int number = i + WARM_UP + 2;
      String address = "10.200." + (number >> 8) + "." + (number & 255);
      Thread.sleep(20);
      long start = System.nanoTime();
      Thread writer = Thread.ofVirtual().start(() -> write(address));
      long answered = awaitAnswer("probe", address);
      writer.join();
      while (!seenByWatch.containsKey(address)) {
        Thread.sleep(1);
      }
      if (i >= 0) {
        answers[i] = answered - start;
        events[i] = seenByWatch.get(address) - start;
      }
    }
    report(answers, events);
  }

  private static void report(long[] answers, long[] events) {
    Arrays.sort(answers);
    Arrays.sort(events);
    for (double quantile : new double[] {0.5, 0.9, 0.99}) {
      double answer = answers[(int) (quantile * (answers.length - 1))] / 1e6;
      double event = events[(int) (quantile * (events.length - 1))] / 1e6;
      System.out.printf(
          "p%-3.0f answer %.2f ms, bare watch %.2f ms, ratio %.2f%n",
          quantile * 100, answer, event, answer / event);
    }
  }

  private void write(String address) {
    resources(client, "DnsRecordSet")
        .resource(recordSet("probe", address))
        .fieldManager("apply-to-answer")
        .forceConflicts()
        .serverSideApply();
  }

  /** Asks again and again, without a pause, until the answer is there; bounded by two minutes. */
  private long awaitAnswer(String label, String address) throws IOException {
    Name name = Name.fromString(label + "." + ZONE + ".");
    byte[] query =
        Message.newQuery(org.xbill.DNS.Record.newRecord(name, Type.A, DClass.IN)).toWire();
    byte[] response = new byte[1500];
    long deadline = System.nanoTime() + 120_000_000_000L;
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server, port);
      socket.setSoTimeout(1000);
      while (System.nanoTime() < deadline) {
        socket.send(new DatagramPacket(query, query.length));
        DatagramPacket packet = new DatagramPacket(response, response.length);
        try {
          socket.receive(packet);
        } catch (SocketTimeoutException lost) {
          continue;
        }
        if (holds(Arrays.copyOf(response, packet.getLength()), address)) {
          return System.nanoTime();
        }
      }
    }
    throw new IllegalStateException("no answer for " + name + " with " + address);
  }

  private static boolean holds(byte[] response, String address) throws IOException {
    return new Message(response)
        .getSection(Section.ANSWER).stream()
            .filter(ARecord.class::isInstance)
            .map(a -> ((ARecord) a).getAddress().getHostAddress())
            .anyMatch(a -> address == null || a.equals(address));
  }

  private static MixedOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>>
      all(KubernetesClient client, String kind) {
    return client.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup("zonewright.io")
            .withVersion("v1alpha1")
            .withKind(kind)
            .withPlural(kind.equals("DnsZone") ? "dnszones" : "dnsrecordsets")
            .withNamespaced(true)
            .build());
  }

  private static io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
          GenericKubernetesResource, ?, Resource<GenericKubernetesResource>>
      resources(KubernetesClient client, String kind) {
    return all(client, kind).inNamespace(NAMESPACE);
  }

  private static GenericKubernetesResource zone() {
    return resource(
        "DnsZone",
        ZONE.replace('.', '-'),
        Map.of("zoneName", ZONE, "nameServers", List.of(Map.of("name", "ns1.example.net."))));
  }

  private static GenericKubernetesResource recordSet(String name, String address) {
    return resource(
        "DnsRecordSet",
        name,
        Map.of(
            "zoneRef",
            Map.of("name", ZONE.replace('.', '-')),
            "name",
            name,
            "type",
            "A",
            "ttl",
            60,
            "addresses",
            List.of(address)));
  }

  private static GenericKubernetesResource resource(
      String kind, String name, Map<String, Object> spec) {
    GenericKubernetesResource resource = new GenericKubernetesResource();
    resource.setApiVersion("zonewright.io/v1alpha1");
    resource.setKind(kind);
    resource.setMetadata(
        new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
            .withName(name)
            .withNamespace(NAMESPACE)
            .build());
    resource.setAdditionalProperty("spec", spec);
    return resource;
  }
}
