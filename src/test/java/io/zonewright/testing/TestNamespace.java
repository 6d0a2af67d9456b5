package io.zonewright.testing;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A namespace of one test: nothing of it is left for the next. */
public final class TestNamespace implements AutoCloseable {
  private static final List<String> KINDS = List.of("DnsRecordSet", "DnsZone");

  private final KubernetesClient client;
  private final String name;

  private TestNamespace(KubernetesClient client, String name) {
    this.client = client;
    this.name = name;
  }

  static TestNamespace create(KubernetesClient client) {
    String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
    client
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return new TestNamespace(client, name);
  }

  /** Its name, chosen at random. */
  public String name() {
    return name;
  }

  /** A zone name that no other test uses: below the given one, without a trailing dot. */
  public String zoneName(String parent) {
    return name + "." + parent;
  }

  /** Creates or updates the objects of a YAML text in this namespace, by server-side apply. */
  public void apply(String yaml) {
    client
        .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .inNamespace(name)
        .resources()
        .forEach(resource -> resource.forceConflicts().serverSideApply());
  }

  /**
   * Deletes the zones and record sets, then the namespace. The order matters: without a
   * controller-manager a namespace never ends, and an operator would go on serving what it holds.
   */
  @Override
  public void close() {
    // Thousands of objects may take longer than one request may.
    KINDS.forEach(kind -> Eventually.eventually(() -> deleteAll(kind)));
    client.namespaces().withName(name).delete();
  }

  private void deleteAll(String kind) {
    try {
      client.genericKubernetesResources(definition(kind)).inNamespace(name).delete();
    } catch (KubernetesClientException notInstalled) {
      if (notInstalled.getCode() != 404) {
        throw notInstalled;
      }
    }
  }

  private static ResourceDefinitionContext definition(String kind) {
    return new ResourceDefinitionContext.Builder()
        .withGroup("zonewright.io")
        .withVersion("v1alpha1")
        .withKind(kind)
        .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
        .withNamespaced(true)
        .build();
  }
}
