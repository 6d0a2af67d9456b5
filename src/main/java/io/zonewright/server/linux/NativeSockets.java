package io.zonewright.server.linux;

import org.jspecify.annotations.Nullable;

/** Whether this package works here. */
public final class NativeSockets {
  private NativeSockets() {}

  /** Why it does not, as the second half of a sentence; or null if it does. */
  public static @Nullable String obstacle() {
    String system = System.getProperty("os.name");
    String architecture = System.getProperty("os.arch");
    if (!"Linux".equals(system)) {
      return "the system is " + system;
    }
    if (!"amd64".equals(architecture) && !"aarch64".equals(architecture)) {
      return "the processor is " + architecture;
    }
    if (!NativeSockets.class.getModule().isNativeAccessEnabled()) {
      return "native access is off; start java with --enable-native-access=ALL-UNNAMED";
    }
    return tryIt();
  }

  private static @Nullable String tryIt() {
    try {
      new SocketPoll().close();
      return null;
    } catch (Exception | LinkageError e) {
      return "a trial failed: " + e;
    }
  }
}
