package io.zonewright.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what happens by itself, with a generous bound: a test states what must become true, not
 * how soon.
 */
public final class Eventually {
  private static final Duration GENEROUS = Duration.ofMinutes(1);

  private final Duration atMost;
  private final Duration pause;
  private final Supplier<String> description;

  private Eventually(Duration atMost, Duration pause, Supplier<String> description) {
    this.atMost = atMost;
    this.pause = pause;
    this.description = description;
  }

  /** A step that may fail until the awaited thing has happened. */
  @FunctionalInterface
  public interface Step {
    /** Throws while the awaited thing has not happened. */
    void run() throws Exception;
  }

  /** Thrown by a step when waiting longer is of no use: it ends the wait at once. */
  public static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the reason. */
    public Hopeless(String reason) {
      super(reason);
    }
  }

  /** Waits up to a minute, looking every 50 ms. */
  public static Eventually eventually() {
    return within(GENEROUS);
  }

  /** Waits up to the given time, looking every 50 ms. */
  public static Eventually within(Duration atMost) {
    return new Eventually(atMost, Duration.ofMillis(50), () -> "it did not happen");
  }

  /** Repeats assertions until they pass, up to a minute; the last failure is thrown. */
  public static void eventually(Step assertions) {
    eventually().asserting(assertions);
  }

  /** The same, looking as often as given. */
  public Eventually every(Duration pause) {
    return new Eventually(atMost, pause, description);
  }

  /** The same, with words for the failure. */
  public Eventually describedBy(Supplier<String> description) {
    return new Eventually(atMost, pause, description);
  }

  /** Repeats assertions until they pass; if they never do, throws the last failure. */
  public void asserting(Step assertions) {
    poll(
        () -> {
          assertions.run();
          return true;
        });
  }

  /** Repeats a condition until it holds. */
  public void until(Callable<Boolean> condition) {
    poll(condition);
  }

  private void poll(Callable<Boolean> condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Throwable failure = attempt(condition);
      if (failure == null) {
        return;
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new AssertionError(
            "after %d s: %s".formatted(atMost.toSeconds(), reason(failure)), failure);
      }
      sleep();
    }
  }

  private @Nullable Throwable attempt(Callable<Boolean> condition) {
    try {
      return condition.call() ? null : new AssertionError(description.get());
    } catch (Hopeless hopeless) {
      throw hopeless;
    } catch (AssertionError | Exception notYet) {
      return notYet;
    }
  }

  private String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private void sleep() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
