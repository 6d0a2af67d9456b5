package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A socket cannot be bound. The message is one sentence that names it and who can help. */
public final class ListenException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private final boolean addressAbsent;
  private final boolean inUse;

  /** Says so in the given words. */
  ListenException(String message) {
    super(message);
    this.addressAbsent = false;
    this.inUse = false;
  }

  /** Explains what the system said. */
  ListenException(String protocol, InetSocketAddress socket, @Nullable Throwable cause) {
    super(
        "cannot listen on " + SocketText.of(socket) + " (" + protocol + "): " + why(socket, cause),
        cause);
    this.addressAbsent = text(cause).contains("cannot assign");
    this.inUse = text(cause).contains("in use");
  }

  /** Whether no interface has the address now, which may pass. */
  boolean isAddressAbsent() {
    return addressAbsent;
  }

  /** Whether another socket has the address, or one that the address takes in. */
  boolean isInUse() {
    return inUse;
  }

  private static String why(InetSocketAddress socket, @Nullable Throwable cause) {
    String text = text(cause);
    int port = socket.getPort();
    if (text.contains("in use")) {
      return "another process has it; stop that one (`ss -lnp 'sport = :"
          + port
          + "'` names it) or listen on another port";
    }
    if (text.contains("permission")) {
      return port < FIRST_UNPRIVILEGED_PORT
          ? "ports below 1024 need the capability NET_BIND_SERVICE; grant it or listen on a higher"
              + " port"
          : "the system does not permit it; ask its administrator";
    }
    if (text.contains("cannot assign")) {
      return "no interface of this host has that address; add it or listen on another one";
    }
    return String.valueOf(cause);
  }

  private static String text(@Nullable Throwable cause) {
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "" : message.toLowerCase(Locale.ROOT);
  }
}
