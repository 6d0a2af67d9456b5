package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.Status;
import io.zonewright.operator.WatchRounds.Watched;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchRoundsTest {
  private static final InformerHealthIndicator HEALTHY = new TestingInformer(true, true);

  private final AtomicLong now = new AtomicLong();
  private final WatchContact contact = new WatchContact("DnsZone", now::get);

  @Test
  void oneInformerThatDoesNotWatchIsALoss() {
    look(HEALTHY, HEALTHY);
    look(HEALTHY, new TestingInformer(true, false));
    now.set(Duration.ofSeconds(3).toNanos());
    assertThat(contact.lostFor()).isEqualTo(Duration.ofSeconds(3));
    assertThat(contact.isStopped()).isFalse();
  }

  @Test
  void oneInformerThatHasStoppedIsTheEnd() {
    look(HEALTHY, new TestingInformer(false, false));
    assertThat(contact.isStopped()).isTrue();
  }

  private void look(InformerHealthIndicator... informers) {
    new Watched(contact, () -> List.of(informers), () -> {}).look();
  }

  private record TestingInformer(boolean isRunning, boolean isWatching)
      implements InformerHealthIndicator {
    @Override
    public Status getStatus() {
      return isWatching ? Status.HEALTHY : Status.UNHEALTHY;
    }

    @Override
    public boolean hasSynced() {
      return true;
    }

    @Override
    public String getTargetNamespace() {
      return "default";
    }
  }
}
