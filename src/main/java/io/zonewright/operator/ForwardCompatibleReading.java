package io.zonewright.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import io.zonewright.api.v1alpha1.ResourceMapper;
import jakarta.inject.Singleton;

/** Lets the Kubernetes client read resources that a later version of the CRDs has widened. */
@Singleton
final class ForwardCompatibleReading implements KubernetesClientObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    ResourceMapper.lenient(mapper);
  }
}
