package io.zonewright.bench.compare;

import io.zonewright.testing.PeerProgram;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is measured. */
enum Contender {
  /** The server of this project, from its jar. */
  ZONEWRIGHT(null),
  /** Knot DNS. */
  KNOT(PeerProgram.KNOT),
  /** NSD. */
  NSD(PeerProgram.NSD),
  /** PowerDNS, with its caches. */
  POWERDNS(PeerProgram.POWERDNS),
  /** BIND. */
  BIND(PeerProgram.BIND),
  /** CoreDNS. */
  COREDNS(PeerProgram.COREDNS),
  /** Sends each packet back: what the socket costs. */
  ECHO(null);

  private final @Nullable PeerProgram peer;

  Contender(@Nullable PeerProgram peer) {
    this.peer = peer;
  }

  /** The program of others that it is; null for what we bring ourselves. */
  @Nullable PeerProgram peer() {
    return peer;
  }

  /** Name and version of a program of others. */
  Optional<String> version() {
    return Optional.ofNullable(peer).map(program -> program.title() + " " + program.version());
  }

  @Override
  public String toString() {
    return peer != null ? peer.title() : this == ZONEWRIGHT ? "Zonewright" : "bare echo";
  }
}
