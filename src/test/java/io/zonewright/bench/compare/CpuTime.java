package io.zonewright.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The CPU time of processes, of all their threads, as the kernel counts it. */
final class CpuTime {
  /** USER_HZ: what proc_pid_stat(5) counts in, on every processor of today. */
  private static final int TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private CpuTime() {}

  /** Ticks of the processes together. */
  static long ticks(List<ProcessHandle> processes) throws IOException {
    long ticks = 0;
    for (ProcessHandle process : processes) {
      ticks += ticks(Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")));
    }
    return ticks;
  }

  /** From a line of {@code /proc/PID/stat}, whose second field may hold anything, in brackets. */
  static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
  }

  /** At least what can be told from nothing. */
  static double seconds(long ticks) {
    return (double) Math.max(1, ticks) / TICKS_PER_SECOND;
  }
}
