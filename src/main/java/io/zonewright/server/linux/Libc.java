package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the C library that sockets need. Each returns what C does, or the negated error
 * number in place of -1. For one thread, because it holds where the error number is put.
 */
@SuppressWarnings("restricted") // To call the C library is what it is for.
final class Libc {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = handle("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKNAME = handle("getsockname", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle SETSOCKOPT =
      handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKOPT =
      handle("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle RECVMMSG =
      handle("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SENDMMSG =
      handle("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle POLL = handle("poll", ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle EVENTFD = handle("eventfd", JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTFD_READ = handle("eventfd_read", JAVA_INT, ADDRESS);
  private static final MethodHandle EVENTFD_WRITE = handle("eventfd_write", JAVA_INT, JAVA_LONG);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT);
  private static final MethodHandle STRERROR =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private final MemorySegment callState = Arena.ofAuto().allocate(CALL_STATE);

  private static MethodHandle handle(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, arguments),
        Linker.Option.captureCallState("errno"));
  }

  int socket(int domain, int type, int protocol) {
    try {
      return result((int) SOCKET.invokeExact(callState, domain, type, protocol));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int bind(int fd, MemorySegment address) {
    try {
      return result((int) BIND.invokeExact(callState, fd, address, (int) address.byteSize()));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int getsockname(int fd, MemorySegment address, MemorySegment length) {
    try {
      return result((int) GETSOCKNAME.invokeExact(callState, fd, address, length));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int setsockopt(int fd, int level, int option, MemorySegment value) {
    try {
      return result(
          (int)
              SETSOCKOPT.invokeExact(callState, fd, level, option, value, (int) value.byteSize()));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int getsockopt(int fd, int level, int option, MemorySegment value, MemorySegment length) {
    try {
      return result((int) GETSOCKOPT.invokeExact(callState, fd, level, option, value, length));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Receives without waiting. */
  int recvmmsg(int fd, MemorySegment headers, int count, int flags) {
    try {
      return result(
          (int) RECVMMSG.invokeExact(callState, fd, headers, count, flags, MemorySegment.NULL));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int sendmmsg(int fd, MemorySegment headers, int count, int flags) {
    try {
      return result((int) SENDMMSG.invokeExact(callState, fd, headers, count, flags));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int poll(MemorySegment descriptors, int count, int timeoutMillis) {
    try {
      return result((int) POLL.invokeExact(callState, descriptors, (long) count, timeoutMillis));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int eventfd(int initial, int flags) {
    try {
      return result((int) EVENTFD.invokeExact(callState, initial, flags));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int eventfdRead(int fd, MemorySegment value) {
    try {
      return result((int) EVENTFD_READ.invokeExact(callState, fd, value));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int eventfdWrite(int fd, long value) {
    try {
      return result((int) EVENTFD_WRITE.invokeExact(callState, fd, value));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  int close(int fd) {
    try {
      return result((int) CLOSE.invokeExact(callState, fd));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** What the system says of an error, as the JDK's own exceptions have it. */
  static IOException error(String call, int result) {
    try {
      MemorySegment text = (MemorySegment) STRERROR.invokeExact(-result);
      return new IOException(call + ": " + text.reinterpret(Errno.MAX_TEXT).getString(0));
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private int result(int returned) {
    return returned == -1 ? -(int) ERRNO.get(callState, 0L) : returned;
  }

  /** A downcall throws only when its arguments are of the wrong type, or closed. */
  private static IllegalStateException impossible(Throwable e) {
    return new IllegalStateException("calling the C library failed", e);
  }
}
