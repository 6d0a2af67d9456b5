package io.zonewright.server;

/** The ways to have UDP sockets that a test of the server is run with. */
enum UdpPath {
  /** What the server chooses here. */
  CHOSEN,

  /** What it would choose where it has no better one. */
  PORTABLE;

  UdpDriver<?> driver() {
    return this == PORTABLE ? new NioUdpDriver() : UdpDrivers.choose();
  }
}
