package io.zonewright.query;

import io.zonewright.testing.PeerProgram;

/** What we and another server say to one question. */
record Comparison(Question question, PeerProgram peer, ReplyContent ours, ReplyContent theirs) {
  static Comparison of(Question question, PeerProgram peer, byte[] ours, byte[] theirs) {
    return new Comparison(question, peer, content(ours), content(theirs));
  }

  private static ReplyContent content(byte[] response) {
    return ReplyContent.of(Reply.parse(response)).inLowerCase();
  }

  boolean agrees() {
    return ours.matches(theirs);
  }

  @Override
  public String toString() {
    return "%n%s%n  ours %s%n  %s %s%n".formatted(question, ours, peer, theirs);
  }
}
