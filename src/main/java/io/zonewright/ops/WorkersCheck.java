package io.zonewright.ops;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless a thread that answers queries has ended, which only a restart mends. */
@Liveness
final class WorkersCheck implements HealthCheck {
  private final ServingState state;

  WorkersCheck(ServingState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("workers").status(state.areWorkersAlive()).build();
  }
}
