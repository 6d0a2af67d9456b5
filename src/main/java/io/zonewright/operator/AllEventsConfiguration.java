package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.quarkiverse.operatorsdk.runtime.QuarkusControllerConfiguration;
import java.time.Duration;

/**
 * The configuration of a controller that sees deletions without a finalizer: the extension loses
 * {@code triggerReconcilerOnAllEvents} on the way from the annotation, and no deletion would
 * arrive.
 */
final class AllEventsConfiguration<P extends HasMetadata>
    extends QuarkusControllerConfiguration<P> {
  /** After so long each resource is handed over again; it is a net, not a mechanism. */
  private static final Duration AGAIN = Duration.ofHours(10);

  AllEventsConfiguration(
      QuarkusControllerConfiguration<P> from, QuarkusConfigurationService parent) {
    super(
        from.getInformerConfig(),
        from.getName(),
        from.isGenerationAware(),
        from.getAssociatedReconcilerClassName(),
        from.getRetry(),
        from.getRateLimiter(),
        AGAIN,
        from.getFinalizerName(),
        from.fieldManager(),
        from.getWorkflow(),
        from.getResourceTypeName(),
        from.getResourceClass());
    setParent(parent);
  }

  @Override
  public boolean triggerReconcilerOnAllEvents() {
    return true;
  }
}
