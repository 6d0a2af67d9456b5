package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.api.v1alpha1.ZonewrightResource;

/**
 * Writes status by server-side apply: a fresh object that holds the name, the version that was read
 * and the status. The version makes the API server refuse what is based on an older state, so a
 * leader that was resumed after its lease overwrites nothing.
 */
final class StatusClient {
  private static final String FIELD_MANAGER = "zonewright";

  private final KubernetesClient client;

  StatusClient(KubernetesClient client) {
    this.client = client;
  }

  DnsZone write(DnsZone read, DnsZoneStatus status) {
    return apply(read, new DnsZone(), status);
  }

  DnsRecordSet write(DnsRecordSet read, DnsRecordSetStatus status) {
    return apply(read, new DnsRecordSet(), status);
  }

  private <S, T, R extends ZonewrightResource<S, T>> R apply(R read, R fresh, T status) {
    fresh.setMetadata(identity(read.getMetadata()));
    fresh.setStatus(status);
    return client.resource(fresh).subresource("status").patch(serverSideApply());
  }

  private static ObjectMeta identity(ObjectMeta read) {
    return new ObjectMetaBuilder()
        .withNamespace(read.getNamespace())
        .withName(read.getName())
        .withResourceVersion(read.getResourceVersion())
        .build();
  }

  private static PatchContext serverSideApply() {
    PatchContext context = PatchContext.of(PatchType.SERVER_SIDE_APPLY);
    context.setFieldManager(FIELD_MANAGER);
    context.setForce(true);
    return context;
  }
}
