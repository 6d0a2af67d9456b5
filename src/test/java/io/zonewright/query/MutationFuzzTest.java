package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.wire.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Mutated queries against random zones: no exception escapes, and whatever is answered parses and
 * keeps its limits. Every failure names its seed. The number of queries is fixed; {@code
 * -Dzonewright.fuzz.iterations=N} changes it, and {@code -Dzonewright.fuzz.minutes=N} goes on until
 * the time is over.
 */
class MutationFuzzTest {
  private static final long ITERATIONS = Long.getLong("zonewright.fuzz.iterations", 20_000);
  private static final @Nullable Long MINUTES = Long.getLong("zonewright.fuzz.minutes");
  private static final int QUERIES_A_ZONE = 100;
  private static final int HEADER = 12;

  @Test
  void noQueryBreaksTheEngine() {
    Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES == null ? 0 : MINUTES));
    long seed = 0;
    while (MINUTES == null ? seed * QUERIES_A_ZONE < ITERATIONS : Instant.now().isBefore(end)) {
      fuzz(seed++);
    }
    assertThat(seed).as("zones tried").isPositive();
  }

  private static void fuzz(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomZone zone = new RandomZone(random);
    Responder responder =
        Responder.serving(
            QuerySettings.defaults().withNsid("fuzz"),
            ZoneText.zone("example.", zone.records()),
            ZoneText.zone("a.example.", zone.records()));
    for (int i = 0; i < QUERIES_A_ZONE; i++) {
      byte[] query = mutate(random, query(random, zone));
      check(responder, query, random.nextBoolean(), seed);
    }
  }

  private static byte[] query(SplittableRandom random, RandomZone zone) {
    String name = zone.name() + (random.nextInt(10) == 0 ? "" : ".example");
    int type = zone.type();
    return switch (random.nextInt(4)) {
      case 0 -> Packet.query(name, type, 0).toBytes();
      case 1 -> Packet.query(name, type, 1).opt(new byte[0]).toBytes();
      case 2 -> Packet.query(name, type, 1).opt(options(random)).toBytes();
      default -> Packet.query(name, type, 2).record("x", 1, new byte[4]).opt(new byte[0]).toBytes();
    };
  }

  private static byte[] options(SplittableRandom random) {
    Packet options = Packet.empty();
    int[] codes = {3, 8, 10, 15, 20, 65001};
    for (int i = random.nextInt(4); i >= 0; i--) {
      byte[] data = new byte[random.nextInt(45)];
      random.nextBytes(data);
      options.u16(codes[random.nextInt(codes.length)]).u16(data.length).octets(data);
    }
    return options.toBytes();
  }

  private static byte[] mutate(SplittableRandom random, byte[] query) {
    byte[] mutant = query;
    for (int i = random.nextInt(5); i > 0 && mutant.length > 0; i--) {
      mutant = mutateOnce(random, mutant);
    }
    return mutant;
  }

  private static byte[] mutateOnce(SplittableRandom random, byte[] query) {
    int at = random.nextInt(query.length);
    byte[] mutant = query.clone();
    switch (random.nextInt(7)) {
      case 0 -> mutant[at] = (byte) random.nextInt();
      case 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      case 2 ->
          mutant[at] = new byte[] {0, 1, 63, 64, (byte) 0x80, (byte) 0xc0, -1}[random.nextInt(7)];
      case 3 -> mutant = Arrays.copyOf(query, at);
      case 4 -> mutant = Arrays.copyOf(query, query.length + random.nextInt(20));
      case 5 -> System.arraycopy(query, at, mutant, random.nextInt(at + 1), query.length - at);
      default -> mutant[random.nextInt(Math.min(HEADER, query.length))] = (byte) random.nextInt(4);
    }
    return mutant;
  }

  private static void check(Responder responder, byte[] query, boolean stream, long seed) {
    String what = "seed %d, %s: %s".formatted(seed, stream ? "TCP" : "UDP", hex(query));
    try {
      Optional<byte[]> response = responder.exchange(query, stream);
      boolean dropped = query.length < HEADER || (query[2] & 0x80) != 0;
      assertThat(response.isEmpty()).as(what).isEqualTo(dropped);
      response.ifPresent(octets -> checkResponse(query, octets, stream, what));
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
  }

  private static void checkResponse(byte[] query, byte[] octets, boolean stream, String what) {
    Reply reply = Reply.parse(octets);
    assertThat(reply.message().numBytes()).as(what).isEqualTo(octets.length);
    assertThat(Arrays.copyOf(octets, 2)).as(what).isEqualTo(Arrays.copyOf(query, 2));
    assertThat(octets[2] & 0x80).as(what).isNotZero();
    if (stream) {
      assertThat(reply.isTruncated()).as(what).isFalse();
    } else {
      assertThat(octets.length).as(what).isLessThanOrEqualTo(reply.hasOpt() ? 1232 : 512);
    }
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
