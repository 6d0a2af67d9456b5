package io.zonewright.operator;

import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import java.util.UUID;

/** Operators of tests: each has a lease of its own unless a test shares one. */
final class Operators {
  private Operators() {}

  static OperatorProcess start(ControlPlane controlPlane) {
    return with(controlPlane, newLease()).start();
  }

  static OperatorProcess.Builder with(ControlPlane controlPlane, String lease) {
    return OperatorProcess.with(controlPlane.kubeconfig()).env("ZONEWRIGHT_LEASE_NAME", lease);
  }

  static String newLease() {
    return "zonewright-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
