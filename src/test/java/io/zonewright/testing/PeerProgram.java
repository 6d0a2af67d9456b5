package io.zonewright.testing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Another authoritative server, and how it is told what to serve. */
public enum PeerProgram {
  /** Knot DNS. */
  KNOT("knotd", "-c") {
    @Override
    String configuration(Path folder, int port, Collection<String> apexes) {
      return """
          server:
            rundir: %1$s
            listen: 127.0.0.1@%2$d
            udp-workers: 1
            tcp-workers: 1
          database:
            storage: %1$s
          log:
          - target: stderr
            any: warning
          template:
          - id: default
            storage: %1$s
            file: %%s.zone
            zonefile-sync: -1
            journal-content: none
          zone:
          """
              .formatted(folder, port)
          + each(apexes, "- domain: %1$s%n");
    }
  },
  /** NSD. */
  NSD("nsd", "-d -c") {
    @Override
    String configuration(Path folder, int port, Collection<String> apexes) {
      return """
          server:
            ip-address: 127.0.0.1@%2$d
            username: ""
            chroot: ""
            database: ""
            zonesdir: "%1$s"
            pidfile: "%1$s/nsd.pid"
            xfrdfile: "%1$s/xfrd.state"
            zonelistfile: "%1$s/zone.list"
            server-count: 1
            rrl-ratelimit: 0
            hide-version: yes
          remote-control:
            control-enable: no
          """
              .formatted(folder, port)
          + each(apexes, "zone:%n  name: \"%1$s\"%n  zonefile: \"%1$szone\"%n");
    }
  };

  private final String program;
  private final String options;

  PeerProgram(String program, String options) {
    this.program = program;
    this.options = options;
  }

  /** What its configuration says so that it serves each zone from {@code APEX.zone}. */
  abstract String configuration(Path folder, int port, Collection<String> apexes);

  /** Its name without the path; also the name of what it logs. */
  String program() {
    return program;
  }

  /** What stands between the program and the path of its configuration. */
  List<String> options() {
    return List.of(options.split(" ", -1));
  }

  private static String each(Collection<String> apexes, String format) {
    return apexes.stream().map(format::formatted).collect(Collectors.joining());
  }
}
