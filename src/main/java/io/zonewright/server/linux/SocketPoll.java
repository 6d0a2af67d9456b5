package io.zonewright.server.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits for packets on a few sockets. For one thread, but for {@link #wakeup}, which every thread
 * may call until {@link #close}.
 */
public final class SocketPoll {
  private static final int EFD_NONBLOCK = 0x800;
  private static final int EFD_CLOEXEC = 0x80000;
  private static final int WAKEUP = 0;
  private static final int FOR_EVER = -1;

  private final Libc libc = new Libc();
  private final MemorySegment counter = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG);
  private final List<LinuxDatagramSocket> sockets = new ArrayList<>();
  private final int wakeupFd;
  private DescriptorPoll poll = new DescriptorPoll(1);
  private boolean closed;

  /**
   * Makes one without sockets.
   *
   * @throws IOException if the system gives no descriptor
   */
  public SocketPoll() throws IOException {
    wakeupFd = libc.eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (wakeupFd < 0) {
      throw Libc.error("eventfd", wakeupFd);
    }
    layOut();
  }

  /** Takes a socket, to be closed by this from now on. */
  public void add(LinuxDatagramSocket socket) {
    sockets.add(socket);
    layOut();
  }

  /** Closes a socket. */
  public void remove(LinuxDatagramSocket socket) {
    if (sockets.remove(socket)) {
      socket.close();
      layOut();
    }
  }

  /** The sockets. */
  public List<LinuxDatagramSocket> sockets() {
    return List.copyOf(sockets);
  }

  /** How many sockets there are. */
  public int size() {
    return sockets.size();
  }

  /** One of the sockets. */
  public LinuxDatagramSocket socket(int index) {
    return sockets.get(index);
  }

  private void layOut() {
    poll = new DescriptorPoll(sockets.size() + 1);
    poll.watchReadable(WAKEUP, wakeupFd);
    for (int i = 0; i < sockets.size(); i++) {
      poll.watchReadable(i + 1, sockets.get(i).fd());
    }
  }

  /**
   * Looks which sockets have packets.
   *
   * @param wait whether to wait until one has, or {@link #wakeup} was called since the last time
   */
  public void await(boolean wait) {
    poll.await(sockets.size() + 1, wait ? FOR_EVER : 0);
    if (poll.isReady(WAKEUP)) {
      libc.eventfdRead(wakeupFd, counter);
    }
  }

  /** Whether a socket had packets, or an error, at the last look. */
  public boolean isReady(int index) {
    return poll.isReady(index + 1);
  }

  /** Ends the waiting. */
  public synchronized void wakeup() {
    if (!closed) {
      // With a holder of its own for the error number: this is not the thread of the field.
      new Libc().eventfdWrite(wakeupFd, 1);
    }
  }

  /** Closes all sockets. */
  public synchronized void close() {
    if (!closed) {
      closed = true;
      sockets.forEach(LinuxDatagramSocket::close);
      sockets.clear();
      libc.close(wakeupFd);
    }
  }
}
