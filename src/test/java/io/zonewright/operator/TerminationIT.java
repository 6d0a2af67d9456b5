package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Transport;
import io.zonewright.testing.WithControlPlane;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Who is asked to end (SIGTERM) answers what has come and gives the lease back. */
@WithControlPlane
class TerminationIT {
  private static final int PIPELINED = 200;

  @Test
  void answersWhatHasComeAndGivesTheLeaseBack(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    String lease = Operators.newLease();
    try (OperatorProcess operator =
            Operators.with(controlPlane, lease)
                .env("ZONEWRIGHT_LEASE_NAMESPACE", namespace.name())
                .start();
        Socket tcp = new Socket()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      assertThat(lease(client, namespace, lease).getLeaseDurationSeconds()).isEqualTo(15);
      tcp.setSoTimeout(30_000);
      tcp.connect(new InetSocketAddress(Transport.TCP6.address(), operator.dnsPort()));

      tcp.getOutputStream().write(queries(zone.fqdn("www")));
      DataInputStream responses = new DataInputStream(tcp.getInputStream());
      assertAnswered(responses);
      CompletableFuture<Integer> stopping = CompletableFuture.supplyAsync(operator::stop);
      for (int i = 1; i < PIPELINED; i++) {
        assertAnswered(responses);
      }

      stopping.join();
      // The client leaves the name of the holder and lets the lease expire at once.
      assertThat(lease(client, namespace, lease).getLeaseDurationSeconds()).isEqualTo(1);
      assertThat(operator.log()).doesNotContain("Exception");
    }
  }

  private static void assertAnswered(DataInputStream responses) throws IOException {
    Message response = new Message(responses.readNBytes(responses.readUnsignedShort()));
    assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
  }

  private static byte[] queries(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream stream = new DataOutputStream(bytes);
    for (int i = 0; i < PIPELINED; i++) {
      byte[] query = DnsClient.query(name, "AAAA").toWire();
      stream.writeShort(query.length);
      stream.write(query);
    }
    return bytes.toByteArray();
  }

  private static LeaseSpec lease(KubernetesClient client, TestNamespace namespace, String name) {
    return client.leases().inNamespace(namespace.name()).withName(name).require().getSpec();
  }
}
