package io.zonewright.operator.status;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A way for one message to go to a server, and for one to come back in time. */
@FunctionalInterface
interface Exchange {
  /** How long to wait for a response, in milliseconds. */
  int TIMEOUT_MILLIS = 1000;

  /**
   * Sends a message and returns what came back, whatever it is.
   *
   * @throws IOException if nothing came in time
   */
  ByteBuffer send(InetSocketAddress server, byte[] message) throws IOException;
}
