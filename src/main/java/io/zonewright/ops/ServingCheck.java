package io.zonewright.ops;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the first catalog is published and the sockets are bound. */
@Readiness
final class ServingCheck implements HealthCheck {
  private final ServingState state;

  ServingCheck(ServingState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("serving").status(state.isServing()).build();
  }
}
