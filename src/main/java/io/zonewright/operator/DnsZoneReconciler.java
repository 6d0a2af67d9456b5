package io.zonewright.operator;

import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.zonewright.api.v1alpha1.DnsZone;

/** Hands each change of a zone to the desk. Status has a writer of its own (docs/adr/0003). */
@ControllerConfiguration(
    name = DnsZoneReconciler.NAME,
    informer = @Informer(informerListLimit = ResourceCaches.PAGE))
final class DnsZoneReconciler implements Reconciler<DnsZone> {
  /** The name of the controller. */
  static final String NAME = "dnszones";

  private final Desk desk;

  DnsZoneReconciler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public UpdateControl<DnsZone> reconcile(DnsZone resource, Context<DnsZone> context) {
    if (context.isPrimaryResourceDeleted()) {
      desk.remove(resource);
    } else {
      desk.put(resource);
    }
    return UpdateControl.noUpdate();
  }
}
