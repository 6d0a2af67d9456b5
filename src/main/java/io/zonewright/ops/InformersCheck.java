package io.zonewright.ops;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive unless an informer has stopped for good, which only a restart mends. An API server that is
 * away is no reason: what was known is served.
 */
@Liveness
final class InformersCheck implements HealthCheck {
  private final ServingState state;

  InformersCheck(ServingState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("informers").status(state.isFollowing()).build();
  }
}
