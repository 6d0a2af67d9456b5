package io.zonewright.zone.catalog;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The one place where what is served changes: writers publish a new immutable {@link Catalog} with
 * a release store, readers take the current one with an acquire load and never lock.
 */
public final class ZoneCatalog {
  private final AtomicReference<Catalog> current = new AtomicReference<>(Catalog.empty());

  /** What is served now. Take it once per query, so that a query sees one moment. */
  public Catalog current() {
    return current.getAcquire();
  }

  /** Replaces what is served. {@code change} must be free of side effects. */
  public void publish(UnaryOperator<Catalog> change) {
    current.updateAndGet(change);
  }
}
