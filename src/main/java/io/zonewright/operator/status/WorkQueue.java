package io.zonewright.operator.status;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Keys that need work. A key that is added many times before its turn is worked on once; it is
 * never worked on twice at the same time; and what is added while it is worked on comes round
 * again. Urgent keys go first, and leave every fourth turn to the others.
 */
final class WorkQueue<K> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkQueue.class);
  private static final int TURNS = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Predicate<K> isUrgent;
  private final Queue<K> urgent = new ArrayDeque<>();
  private final Queue<K> ready = new ArrayDeque<>();
  private final Set<K> queued = new HashSet<>();
  private final Set<K> busy = new HashSet<>();
  private final Set<K> again = new HashSet<>();
  private final PriorityQueue<Later<K>> later = new PriorityQueue<>();
  private final Map<K, Long> due = new HashMap<>();
  private final Backoff<K> backoff = new Backoff<>(Duration.ofMillis(50), Duration.ofSeconds(30));
  private int turn;
  private boolean closed;

  /** A queue in which all keys are alike. */
  WorkQueue() {
    this(key -> false);
  }

  WorkQueue(Predicate<K> isUrgent) {
    this.isUrgent = isUrgent;
  }

  /** What a worker does with a key. */
  @FunctionalInterface
  interface Work<K> {
    /** Returns after how long to look at the key again, if by itself at all. */
    Optional<Duration> on(K key);
  }

  private record Later<K>(long nanos, K key) implements Comparable<Later<K>> {
    @Override
    public int compareTo(Later<K> other) {
      return Long.signum(nanos - other.nanos);
    }
  }

  /** Begins to work, on so many keys at a time. */
  void start(String name, int workers, Work<K> work) {
    for (int i = 0; i < workers; i++) {
      Thread.ofVirtual().name(name + "-", i).start(() -> run(work));
    }
  }

  void add(K key) {
    lock.lock();
    try {
      enqueue(key);
    } finally {
      lock.unlock();
    }
  }

  void addAll(Iterable<K> keys) {
    lock.lock();
    try {
      keys.forEach(this::enqueue);
    } finally {
      lock.unlock();
    }
  }

  /** The number of keys that wait for their turn now. */
  int depth() {
    lock.lock();
    try {
      return urgent.size() + ready.size();
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(K key) {
    if (busy.contains(key)) {
      again.add(key);
    } else if (queued.add(key)) {
      (isUrgent.test(key) ? urgent : ready).add(key);
      changed.signal();
    }
  }

  /** The earliest of several times counts. */
  private void enqueueAfter(K key, Duration delay) {
    long nanos = System.nanoTime() + delay.toNanos();
    Long earlier = due.get(key);
    if (earlier == null || nanos - earlier < 0) {
      due.put(key, nanos);
      later.add(new Later<>(nanos, key));
      changed.signal();
    }
  }

  private void run(Work<K> work) {
    try {
      for (Optional<K> key = take(); key.isPresent(); key = take()) {
        workOn(key.get(), work);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void workOn(K key, Work<K> work) {
    try {
      done(key, work.on(key));
    } catch (Throwable e) { // an Error too: the key would stay busy for ever
      Duration delay = failed(key);
      LOG.warnf(e, "work on %s failed; it is tried again in %s", key, delay);
    }
  }

  private Optional<K> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      promote();
      while (!closed && urgent.isEmpty() && ready.isEmpty()) {
        long _ = changed.awaitNanos(nanosToNext());
        promote();
      }
      return closed ? Optional.empty() : Optional.of(begin(next()));
    } finally {
      lock.unlock();
    }
  }

  private K next() {
    turn = (turn + 1) % TURNS;
    boolean others = urgent.isEmpty() || (turn == 0 && !ready.isEmpty());
    return (others ? ready : urgent).remove();
  }

  private K begin(K key) {
    queued.remove(key);
    busy.add(key);
    return key;
  }

  private void promote() {
    long now = System.nanoTime();
    while (!later.isEmpty() && later.peek().nanos - now <= 0) {
      Later<K> next = later.remove();
      if (due.remove(next.key, next.nanos)) {
        enqueue(next.key);
      }
    }
  }

  private long nanosToNext() {
    Later<K> next = later.peek();
    return next == null ? Long.MAX_VALUE : next.nanos - System.nanoTime();
  }

  private void done(K key, Optional<Duration> next) {
    lock.lock();
    try {
      busy.remove(key);
      backoff.succeeded(key);
      if (again.remove(key)) {
        enqueue(key);
      } else {
        next.ifPresent(delay -> enqueueAfter(key, delay));
      }
    } finally {
      lock.unlock();
    }
  }

  private Duration failed(K key) {
    lock.lock();
    try {
      busy.remove(key);
      again.remove(key);
      Duration delay = backoff.failed(key);
      enqueueAfter(key, delay);
      return delay;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
