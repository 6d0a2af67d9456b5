package io.zonewright.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Another authoritative server, and how it is told what to serve. */
public enum PeerProgram {
  /** Knot DNS. */
  KNOT("Knot DNS", "knotd", "-c", "-V") {
    @Override
    public String configuration(Path folder, int port, Collection<String> apexes) {
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
  NSD("NSD", "nsd", "-d -c", "-v") {
    @Override
    public String configuration(Path folder, int port, Collection<String> apexes) {
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

    @Override
    public String minimalResponses() {
      return "server:\n  minimal-responses: yes\n";
    }
  },
  /** PowerDNS, with zone files; its configuration is that of its BIND backend. */
  POWERDNS(
      "PowerDNS",
      "pdns_server",
      "--no-config --launch=bind --daemon=no --guardian=no",
      "--version") {
    @Override
    public String configuration(Path folder, int port, Collection<String> apexes) {
      String file = folder + "/%1$szone";
      return each(apexes, "zone \"%2$s\" { type master; file \"" + file + "\"; };%n");
    }

    @Override
    public List<String> command(Path path, Path configuration, int port) {
      List<String> command = new ArrayList<>(super.command(path, configuration, port));
      command.set(command.size() - 1, "--bind-config=" + configuration);
      command.add("--socket-dir=" + configuration.getParent());
      command.addAll(List.of("--local-address=127.0.0.1", "--local-port=" + port));
      command.addAll(List.of("--receiver-threads=1", "--distributor-threads=1"));
      return command;
    }
  },
  /** BIND. */
  BIND("BIND", "named", "-g -n 1 -c", "-v") {
    @Override
    public String configuration(Path folder, int port, Collection<String> apexes) {
      return """
          options {
            directory "%1$s";
            listen-on port %2$d { 127.0.0.1; };
            listen-on-v6 { none; };
            pid-file none;
            session-keyfile none;
            recursion no;
            minimal-responses no-auth;
          };
          controls { };
          """
              .formatted(folder, port)
          + each(apexes, "zone \"%2$s\" { type primary; file \"%1$szone\"; notify no; };%n");
    }
  },
  /** CoreDNS. */
  COREDNS("CoreDNS", "coredns", "-conf", "-version") {
    @Override
    public String configuration(Path folder, int port, Collection<String> apexes) {
      String body = " {%n  bind 127.0.0.1%n  file " + folder + "/%1$szone%n}%n";
      return each(apexes, "%2$s:" + port + body);
    }

    @Override
    public String howToGet() {
      return "No coredns on this machine: Debian has no package of it;"
          + " `go install github.com/coredns/coredns@latest` builds it.";
    }
  };

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  private final String title;
  private final String program;
  private final String options;
  private final String versionOption;

  PeerProgram(String title, String program, String options, String versionOption) {
    this.title = title;
    this.program = program;
    this.options = options;
    this.versionOption = versionOption;
  }

  /** What its configuration says so that it serves each zone from {@code APEX.zone}. */
  public abstract String configuration(Path folder, int port, Collection<String> apexes);

  /** What its configuration says more, so that responses hold no more than they must. */
  public String minimalResponses() {
    return "";
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Its name without the path; also the name of what it logs. */
  public String program() {
    return program;
  }

  /** One sentence: that the machine lacks it, and what brings it. */
  public String howToGet() {
    return Tools.howToGet(program);
  }

  /** Its version, as 4.6.1. */
  public String version() {
    Matcher number = VERSION.matcher(Tools.run(program, List.of(versionOption)).output());
    return number.find() ? number.group() : "of an unknown version";
  }

  /** How to run it in the foreground, with one thread for UDP. */
  public List<String> command(Path path, Path configuration, int port) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(options.split(" ", -1)));
    command.add(configuration.toString());
    return command;
  }

  /** Formats each name of a zone, first as it is, then without the dot at its end. */
  private static String each(Collection<String> apexes, String format) {
    return apexes.stream()
        .map(apex -> format.formatted(apex, apex.substring(0, apex.length() - 1)))
        .collect(Collectors.joining());
  }
}
