package io.zonewright.cli;

/** A command cannot do its work, for a reason that is the user's to mend. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence: what is wrong, where, what to do instead. */
  CommandFailure(String message) {
    super(message);
  }
}
