package io.zonewright.server;

import io.zonewright.server.linux.NativeSockets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Chooses the fastest way to have UDP sockets that works here, and says which and why. */
final class UdpDrivers {
  private static final Logger LOG = Logger.getLogger(UdpDrivers.class.getName());

  private UdpDrivers() {}

  static UdpDriver<?> choose() {
    String obstacle = NativeSockets.obstacle();
    if (obstacle == null) {
      LOG.info("UDP goes through recvmmsg and sendmmsg: this is Linux with native access");
      return new LinuxUdpDriver();
    }
    LOG.log(Level.INFO, "UDP goes through java.nio: {0}", obstacle);
    return new NioUdpDriver();
  }
}
