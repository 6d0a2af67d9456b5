package io.zonewright.zone.compile;

import org.jboss.logging.Logger;

/**
 * A fault of the compiler itself: a finding to the one resource that brings it to light, and
 * nothing to all others. The log has what it takes to mend it.
 */
final class Fault {
  private static final Logger LOG = Logger.getLogger(Fault.class);

  private Fault() {}

  /** Logs a fault, and makes the finding of it. */
  static Finding in(String resource, Throwable fault) {
    LOG.errorf(
        fault,
        "%s could not be compiled for a fault of Zonewright itself; please report it",
        resource);
    return new Finding(
        Reason.INTERNAL_ERROR,
        null,
        "a fault of Zonewright itself stands in the way, and its log says more; it is tried again"
            + " with the next change");
  }
}
