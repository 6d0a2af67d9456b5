package io.zonewright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is wrong with manifests and zone files. */
@Command(
    name = "check",
    description = "Check DnsZone and DnsRecordSet manifests and zone files.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandFailure("not built yet");
  }
}
