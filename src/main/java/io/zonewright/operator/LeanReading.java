package io.zonewright.operator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.zonewright.api.v1alpha1.ResourceMapper;
import jakarta.inject.Singleton;

/**
 * Has the Kubernetes client read what is asked for here and no more, for the caches hold all that
 * it reads; and resources that a later version of the CRDs has widened. What is written goes
 * without {@code managedFields} as well; the API server keeps its own.
 */
@Singleton
final class LeanReading implements KubernetesClientObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    ResourceMapper.lean(mapper);
    mapper.addMixIn(ObjectMeta.class, WithoutManagedFields.class);
  }

  @RegisterForReflection
  @JsonIgnoreProperties("managedFields")
  private static final class WithoutManagedFields {}
}
