package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.zonewright.operator.status.StatusMarksQueue;
import io.zonewright.zone.catalog.ZoneCatalog;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the parts of the operator, with an operator of the SDK in place of the extension's own. */
final class OperatorAssembly {
  @Produces
  @Singleton
  ZoneCatalog catalog() {
    return new ZoneCatalog();
  }

  @Produces
  @Singleton
  StatusMarksQueue queue() {
    return new StatusMarksQueue();
  }

  @Produces
  @Singleton
  Desk desk(ZoneCatalog catalog, StatusMarksQueue queue) {
    return new Desk(catalog, queue);
  }

  /** Connects to nothing until it is started. */
  @Produces
  @Singleton
  Operator operator(
      QuarkusConfigurationService configuration,
      Instance<Reconciler<? extends HasMetadata>> reconcilers,
      Desk desk) {
    QuarkusConfigurationService uncopied = WithoutCopies.of(configuration);
    Operator operator = new Operator(uncopied);
    reconcilers.forEach(reconciler -> register(operator, uncopied, reconciler, desk));
    return operator;
  }

  private static <P extends HasMetadata> void register(
      Operator operator,
      QuarkusConfigurationService configuration,
      Reconciler<P> reconciler,
      Desk desk) {
    operator.register(
        reconciler,
        new AllEventsConfiguration<>(
            configuration.getConfigurationFor(reconciler), configuration, desk));
  }
}
