package io.zonewright.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One etcd on loopback that does not wait for the disk. */
final class Etcd implements AutoCloseable {
  private final ChildProcess process;
  private final String url;

  private Etcd(ChildProcess process, String url) {
    this.process = process;
    this.url = url;
  }

  static Etcd start(ControlPlaneBinaries binaries, Path folder) {
    String url = "http://127.0.0.1:" + FreePort.tcp();
    List<String> command =
        List.of(
            binaries.binary("etcd").toString(),
            "--data-dir=" + folder.resolve("etcd"),
            "--listen-client-urls=" + url,
            "--advertise-client-urls=" + url,
            "--listen-peer-urls=http://127.0.0.1:0",
            "--unsafe-no-fsync",
            "--log-level=warn");
    return new Etcd(ChildProcess.start("etcd", folder.resolve("etcd.log"), command, Map.of()), url);
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.kill();
  }
}
