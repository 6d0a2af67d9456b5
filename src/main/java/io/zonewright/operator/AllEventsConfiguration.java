package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.quarkiverse.operatorsdk.runtime.QuarkusControllerConfiguration;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of a controller that sees deletions without a finalizer: the extension loses
 * {@code triggerReconcilerOnAllEvents} on the way from the annotation, and no deletion would
 * arrive.
 *
 * <p>What comes before the desk opens is passed over, and so are the resources that it has loaded
 * then, of which the SDK tells when it finds the time: nothing is kept of them. And no resource has
 * a timer of its own to be handed over again, for the SDK would keep one of each event for as long.
 */
final class AllEventsConfiguration<P extends HasMetadata>
    extends QuarkusControllerConfiguration<P> {
  AllEventsConfiguration(
      QuarkusControllerConfiguration<P> from, QuarkusConfigurationService parent, Desk desk) {
    super(
        InformerConfiguration.builder(from.getInformerConfig())
            .withGenericFilter(resource -> desk.isOpening())
            .withOnAddFilter(desk::isNews)
            .buildForController(),
        from.getName(),
        from.isGenerationAware(),
        from.getAssociatedReconcilerClassName(),
        from.getRetry(),
        from.getRateLimiter(),
        Duration.ZERO,
        from.getFinalizerName(),
        from.fieldManager(),
        from.getWorkflow(),
        from.getResourceTypeName(),
        from.getResourceClass());
    setParent(parent);
  }

  @Override
  public Optional<Duration> maxReconciliationInterval() {
    return Optional.empty();
  }

  @Override
  public boolean triggerReconcilerOnAllEvents() {
    return true;
  }
}
