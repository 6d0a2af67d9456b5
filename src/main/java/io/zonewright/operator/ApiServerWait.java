package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Waits until the API server lists both kinds, so that a start before it is no failure. */
final class ApiServerWait {
  private static final Logger LOG = Logger.getLogger(ApiServerWait.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES_BETWEEN_WORDS = 10;

  private final KubernetesClient client;
  private final List<String> namespaces;

  /** Waits for the given namespaces, or for all if there are none. */
  ApiServerWait(KubernetesClient client, List<String> namespaces) {
    this.client = client;
    this.namespaces = namespaces;
  }

  /** Returns when both kinds can be listed. */
  void await() throws InterruptedException {
    for (int attempt = 0; !canList(attempt % PAUSES_BETWEEN_WORDS == 0); attempt++) {
      Thread.sleep(PAUSE);
    }
  }

  private boolean canList(boolean aloud) {
    try {
      list(DnsZone.class);
      list(DnsRecordSet.class);
      return true;
    } catch (KubernetesClientException e) {
      if (aloud) {
        LOG.warnf(
            "DnsZone and DnsRecordSet cannot be listed at %s yet: %s. If the API server is up, check"
                + " that the CRDs of Zonewright are installed and that this account may list them.",
            client.getMasterUrl(), e.getMessage());
      }
      return false;
    }
  }

  /** Asks for one resource of a kind; throws if the API server does not give it. */
  void list(Class<? extends HasMetadata> kind) {
    if (namespaces.isEmpty()) {
      client.resources(kind).inAnyNamespace().list(one());
    }
    namespaces.forEach(namespace -> client.resources(kind).inNamespace(namespace).list(one()));
  }

  private static ListOptions one() {
    return new ListOptionsBuilder().withLimit(1L).build();
  }
}
