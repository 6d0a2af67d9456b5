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
  /** The generation is accepted, and it is not proven yet that a server answers with it. */
  ROLLING_OUT("RollingOut"),
  /** A server was asked over each of its address families, and answered with it. */
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
