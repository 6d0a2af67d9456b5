package io.zonewright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves manifests and zone files without Kubernetes. */
@Command(
    name = "serve",
    description = "Serve DnsZone and DnsRecordSet manifests and zone files, without Kubernetes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandFailure("not built yet");
  }
}
