package io.zonewright.operator.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The lock of an election, which tells when the election last tried to read or hold it. */
final class WatchedLock implements Lock {
  private final Lock lock;
  private volatile long last = System.nanoTime();

  WatchedLock(Lock lock) {
    this.lock = lock;
  }

  /** How long nothing was tried; an election that lives tries once in each retry period. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - last);
  }

  @Override
  public @Nullable LeaderElectionRecord get(KubernetesClient client) {
    last = System.nanoTime();
    return lock.get(client);
  }

  @Override
  public void create(KubernetesClient client, LeaderElectionRecord content) {
    lock.create(client, content);
  }

  @Override
  public void update(KubernetesClient client, LeaderElectionRecord content) {
    lock.update(client, content);
  }

  @Override
  public String identity() {
    return lock.identity();
  }

  @Override
  public String describe() {
    return lock.describe();
  }
}
