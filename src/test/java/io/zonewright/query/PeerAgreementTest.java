package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.PeerProgram;
import io.zonewright.testing.PeerServer;
import io.zonewright.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random questions about random zones, put to us and to another server that loads the same files.
 * {@code -Dzonewright.peers.seed=N} tries other ones.
 */
@Timeout(300)
class PeerAgreementTest {
  private static final long SEED = Long.getLong("zonewright.peers.seed", 1);
  private static final int SHOWN = Integer.getInteger("zonewright.peers.shown", 5);
  private static final int ZONES = 40;
  private static final int QUESTIONS = 6_000;

  /** Some of the delegated zones are served too. */
  private static final String CHILD = "sub NS ns.sub\nns.sub AAAA 2001:db8::53\ninto CNAME a.sub\n";

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<String, String> zones = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(names = {"KNOT", "NSD"})
  void agreesWith(PeerProgram peer, @TempDir Path folder) throws IOException {
    makeZones();
    Responder us = Responder.serving(loaded());
    List<Comparison> disagreements = new ArrayList<>();
    try (PeerServer other = PeerServer.start(peer, zones, folder)) {
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = Question.random(random, ZONES);
        byte[] ours = us.exchange(question.packet(), question.stream()).orElseThrow();
        byte[] theirs = other.exchange(question.packet(), question.stream());
        Comparison both = Comparison.of(question, peer, ours, theirs);
        if (!both.agrees() && !PermittedDifference.covers(both)) {
          disagreements.add(both);
        }
      }
    }
    assertThat(disagreements.stream().limit(SHOWN))
        .as("seed %d: first of %d", SEED, disagreements.size())
        .isEmpty();
  }

  private void makeZones() {
    for (int i = 0; i < ZONES; i++) {
      addZone("z" + i + ".example.", CHILD + large());
      if (i % 4 == 0) {
        addZone("sub.z" + i + ".example.", "");
      }
    }
  }

  private void addZone(String apex, String more) {
    String soa = "@ 3600 SOA ns.other. admin.other. 1 7200 3600 1209600 900";
    zones.put(
        apex,
        """
        $ORIGIN %s
        $TTL 300
        %s
        @ NS ns.other.
        %s
        %s
        """
            .formatted(apex, soa, String.join("\n", LoadableZone.records(random)), more));
  }

  /** Answers and referrals about as long as a datagram may be, of no more than 13 targets. */
  private String large() {
    StringBuilder records = new StringBuilder("most CNAME many\n");
    for (int i = random.nextInt(100); i > 0; i--) {
      records.append("many A 192.0.2.%d%n".formatted(i));
    }
    for (int i = random.nextInt(13); i >= 0; i--) {
      records.append("many MX 10 mail%1$d%nmail%1$d AAAA 2001:db8::%1$d%n".formatted(i));
      records.append("wide NS ns%1$d.wide%nns%1$d.wide A 192.0.2.%1$d%n".formatted(i));
      records.append("ns%1$d.wide AAAA 2001:db8::%1$d%n".formatted(i));
    }
    return records.toString();
  }

  private Zone[] loaded() {
    return zones.entrySet().stream()
        .map(zone -> ZoneText.bare(zone.getKey(), zone.getValue()))
        .toArray(Zone[]::new);
  }
}
