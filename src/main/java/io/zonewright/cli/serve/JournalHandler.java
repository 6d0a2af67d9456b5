package io.zonewright.cli.serve;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Brings what the server logs, such as an address that appeared, into the journal. */
public final class JournalHandler extends Handler {
  private final Journal journal;

  /** Writes to the journal from level INFO on. */
  public JournalHandler(Journal journal) {
    this.journal = journal;
    setLevel(Level.INFO);
    setFormatter(new SimpleFormatter());
  }

  @Override
  public void publish(LogRecord line) {
    if (!isLoggable(line)) {
      return;
    }
    String message = getFormatter().formatMessage(line);
    if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
      journal.warn(message);
    } else {
      journal.info(message);
    }
  }

  @Override
  public void flush() {
    // The journal writes every line at once.
  }

  @Override
  public void close() {
    // The journal is its owner's to close.
  }
}
