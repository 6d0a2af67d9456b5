package io.zonewright.operator;

import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.zonewright.api.v1alpha1.DnsRecordSet;

/**
 * Hands each change of a record set to the desk. Status has a writer of its own (docs/adr/0003).
 */
@ControllerConfiguration(
    name = DnsRecordSetReconciler.NAME,
    informer = @Informer(informerListLimit = ResourceCaches.PAGE))
final class DnsRecordSetReconciler implements Reconciler<DnsRecordSet> {
  /** The name of the controller. */
  static final String NAME = "dnsrecordsets";

  private final Desk desk;

  DnsRecordSetReconciler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public UpdateControl<DnsRecordSet> reconcile(
      DnsRecordSet resource, Context<DnsRecordSet> context) {
    if (context.isPrimaryResourceDeleted()) {
      desk.remove(resource);
    } else {
      desk.put(resource);
    }
    return UpdateControl.noUpdate();
  }
}
