package io.zonewright.cli.serve;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for files to change. The system's notice makes it quick; looking every other second makes
 * it sure, on network file systems too.
 */
final class FileWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(50);

  private final Supplier<FileStamps> look;
  private final @Nullable WatchService notices;

  /** Watches what the supplier looks at. */
  FileWatch(Supplier<FileStamps> look) {
    this.look = look;
    this.notices = open();
  }

  private static @Nullable WatchService open() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      // Out of inotify instances: looking regularly must do.
      return null;
    }
  }

  /** Asks for notices of these directories; known ones cost nothing. */
  void watch(Collection<Path> directories) {
    for (Path directory : directories) {
      watch(directory);
    }
  }

  private void watch(Path directory) {
    if (notices == null || !Files.isDirectory(directory)) {
      return;
    }
    try {
      directory.register(
          notices,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_DELETE,
          StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException e) {
      // Gone again, or out of watches: looking regularly must do.
      Objects.requireNonNull(e);
    }
  }

  /** Returns when the files are not what they were, and have been quiet for a moment. */
  FileStamps awaitChange(FileStamps before) throws InterruptedException {
    FileStamps now = look.get();
    while (now.equals(before)) {
      awaitNotice();
      now = look.get();
    }
    for (FileStamps last = before; !now.equals(last); now = look.get()) {
      last = now;
      Thread.sleep(QUIET);
    }
    return now;
  }

  private void awaitNotice() throws InterruptedException {
    if (notices == null) {
      Thread.sleep(LOOK);
      return;
    }
    WatchKey key = notices.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() throws IOException {
    if (notices != null) {
      notices.close();
    }
  }
}
