package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import org.jspecify.annotations.NullUnmarked;

/**
 * A resource of this API group: what a user wants of it, and what is told about it. Unlike a {@link
 * CustomResource} it holds nothing of what all resources of its kind have in common.
 *
 * <p>What may be null is not marked, as it is not on the types of the client of Kubernetes.
 *
 * @param <S> its spec
 * @param <T> its status
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@NullUnmarked
@JsonPropertyOrder({"apiVersion", "kind", "metadata", "spec", "status"})
public abstract class ZonewrightResource<S, T> implements HasMetadata, Namespaced {
  private ObjectMeta metadata = new ObjectMeta();
  private S spec;
  private T status;

  @Override
  public ObjectMeta getMetadata() {
    return metadata;
  }

  @Override
  public void setMetadata(ObjectMeta metadata) {
    this.metadata = metadata;
  }

  /** What a user wants of it. */
  public S getSpec() {
    return spec;
  }

  /** Sets what a user wants of it. */
  public void setSpec(S spec) {
    this.spec = spec;
  }

  /** What is told about it; null until something is. */
  public T getStatus() {
    return status;
  }

  /** Sets what is told about it. */
  public void setStatus(T status) {
    this.status = status;
  }

  /** The version is that of the type, whatever is read. */
  @Override
  public void setApiVersion(String version) {}

  /** The kind is that of the type, whatever is read. */
  public void setKind(String kind) {}

  @Override
  public String toString() {
    return "%s %s/%s".formatted(getKind(), metadata.getNamespace(), metadata.getName());
  }
}
