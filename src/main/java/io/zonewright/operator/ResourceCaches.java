package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.controller.ControllerEventSource;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.operator.status.Resources;
import io.zonewright.zone.compile.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The caches of the informers, which the SDK keeps anyway. Nobody may change what they hold. */
final class ResourceCaches implements Resources {
  /** So many are asked for at a time: no list takes memory for the whole cluster at once. */
  static final long PAGE = 1_000;

  private final ControllerEventSource<DnsZone> zones;
  private final ControllerEventSource<DnsRecordSet> recordSets;

  ResourceCaches(Operator operator) {
    this.zones = cache(operator, DnsZoneReconciler.NAME);
    this.recordSets = cache(operator, DnsRecordSetReconciler.NAME);
  }

  @SuppressWarnings("unchecked") // the controller of this name has resources of this type
  private static <R extends HasMetadata> ControllerEventSource<R> cache(
      Operator operator, String controller) {
    return operator
        .getRegisteredController(controller)
        .map(registered -> (Controller<R>) registered)
        .orElseThrow(() -> new NoSuchElementException("no controller " + controller))
        .getEventSourceManager()
        .getControllerEventSource();
  }

  List<DnsZone> zones() {
    return zones.list().toList();
  }

  List<DnsRecordSet> recordSets() {
    return recordSets.list().toList();
  }

  Collection<InformerHealthIndicator> zoneInformers() {
    return zones.informerHealthIndicators().values();
  }

  Collection<InformerHealthIndicator> recordSetInformers() {
    return recordSets.informerHealthIndicators().values();
  }

  @Override
  public @Nullable DnsZone zone(SourceId id) {
    return zones.get(resourceId(id)).orElse(null);
  }

  @Override
  public @Nullable DnsRecordSet recordSet(SourceId id) {
    return recordSets.get(resourceId(id)).orElse(null);
  }

  private static ResourceID resourceId(SourceId id) {
    return new ResourceID(id.name(), id.namespace());
  }
}
