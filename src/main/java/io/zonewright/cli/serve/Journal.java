package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.Problem;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What {@code serve} says, a line at a time with the time in front. */
public final class Journal {
  private final PrintWriter out;

  /** Writes to the given place. */
  public Journal(PrintWriter out) {
    this.out = out;
  }

  /** Something that is as it should be. */
  public void info(String message) {
    say("INFO", message);
  }

  /** Something for the user to mend. */
  public void warn(String message) {
    say("WARN", message);
  }

  /** Something about a file. */
  void tell(Problem problem) {
    if (problem.severity() == Problem.Severity.NOTE) {
      info(problem.text());
    } else {
      warn(problem.text());
    }
  }

  private void say(String level, String message) {
    out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + "  " + message);
    out.flush();
  }
}
