package io.zonewright.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Installs the CRDs of the top-level {@code crds} folder. */
final class CustomResourceDefinitions {
  private CustomResourceDefinitions() {}

  static void install(KubernetesClient client) {
    List<CustomResourceDefinition> definitions =
        files().stream()
            .flatMap(file -> load(client, file).stream())
            .map(CustomResourceDefinition.class::cast)
            .toList();
    definitions.forEach(definition -> apply(client, definition));
    definitions.forEach(definition -> awaitServed(client, definition));
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of("crds"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder crds must hold the CRDs", e);
    }
  }

  private static List<HasMetadata> load(KubernetesClient client, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return client.load(in).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void apply(KubernetesClient client, CustomResourceDefinition definition) {
    client.resource(definition).forceConflicts().serverSideApply();
  }

  private static void awaitServed(KubernetesClient client, CustomResourceDefinition definition) {
    var context = CustomResourceDefinitionContext.fromCrd(definition);
    Eventually.eventually(
        () -> client.genericKubernetesResources(context).inNamespace("default").list());
  }
}
