package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;

import io.zonewright.testing.DnsClient;
import io.zonewright.testing.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for an address in the background, over each transport and family in turn, and notes every
 * query that gets no response or another one.
 */
final class Asker implements AutoCloseable {
  private final DnsClient client;
  private final String name;
  private final List<String> expected;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong rounds = new AtomicLong();
  private final Thread thread = Thread.ofPlatform().daemon().name("asker").unstarted(this::run);
  private volatile boolean closed;

  Asker(DnsClient client, String name, String address) {
    this.client = client;
    this.name = name;
    this.expected = List.of(address);
    thread.start();
  }

  private void run() {
    while (!closed) {
      for (Transport transport : Transport.values()) {
        ask(transport);
      }
      rounds.incrementAndGet();
    }
  }

  private void ask(Transport transport) {
    try {
      List<String> answers = client.over(transport).answers(name, "A");
      if (!answers.equals(expected)) {
        failures.add(transport + ": " + answers);
      }
      Thread.sleep(20);
    } catch (IOException e) {
      failures.add(transport + ": " + e);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Returns when another whole round has been asked. */
  void awaitRound() {
    long wanted = rounds.get() + 2; // the one under way may have begun before
    eventually().until(() -> rounds.get() >= wanted);
  }

  /** What went wrong so far. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
