package io.zonewright.operator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/**
 * Has the Kubernetes client read no {@code managedFields}: nobody asks for them here, and a cache
 * that held them would be three times as large. What is written goes without them as well; the API
 * server keeps its own.
 */
@Singleton
final class LeanMetadata implements KubernetesClientObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.addMixIn(ObjectMeta.class, WithoutManagedFields.class);
  }

  @RegisterForReflection
  @JsonIgnoreProperties("managedFields")
  private static final class WithoutManagedFields {}
}
