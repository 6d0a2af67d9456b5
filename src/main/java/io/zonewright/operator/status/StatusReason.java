package io.zonewright.operator.status;

/**
 * Reasons of conditions beside those of {@link io.zonewright.zone.compile.Reason}. The names are
 * API: they stand in conditions and in the documentation.
 */
public enum StatusReason {
  /** Nothing is known yet; the schema's default. */
  PENDING("Pending"),
  /** The generation is valid and won its names. */
  ACCEPTED("Accepted"),
  /** The generation is accepted, and not every server has proven to serve it yet. */
  ROLLING_OUT("RollingOut"),
  /** Every server answers with it over every address family. */
  PROGRAMMED("Programmed");

  private final String text;

  StatusReason(String text) {
    this.text = text;
  }

  /** The reason as it stands in a condition. */
  public String text() {
    return text;
  }
}
