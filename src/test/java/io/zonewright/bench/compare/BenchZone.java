package io.zonewright.bench.compare;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The zone that all servers serve, and the queries about it, the same ones in every run.
 *
 * @param names how many names with an A and an AAAA record
 */
public record BenchZone(int names) {
  /** Its name. */
  public static final String APEX = "example.com.";

  static final String BELOW = "." + APEX;
  static final int DELEGATIONS = 200;

  private static final int QUERIES = 100_000;
  private static final String BEGINNING =
      """
      $ORIGIN example.com.
      $TTL 3600
      @      SOA  ns1 hostmaster 1 7200 900 1209600 300
             NS   ns1
             NS   ns2
             MX   10 mail
      ns1    A    192.0.2.1
             AAAA 2001:db8::1
      ns2    A    192.0.2.2
             AAAA 2001:db8::2
      mail   A    192.0.2.3
             AAAA 2001:db8::3
      *.wild A    192.0.2.4
      """;

  /** Writes it as a zone file. */
  public void write(Path file) throws IOException {
    try (Writer zone = Files.newBufferedWriter(file)) {
      zone.write(BEGINNING);
      for (int i = 0; i < DELEGATIONS; i++) {
        zone.write("cut%d NS ns.cut%d\n".formatted(i, i));
        zone.write("ns.cut%d A 198.51.100.%d\n\tAAAA 2001:db8:1::%x\n".formatted(i, i, i));
      }
      for (int i = 0; i < names; i++) {
        String octets = (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
        zone.write("host%d A 10.%s\n\tAAAA ".formatted(i, octets));
        zone.write("2001:db8:2::%x:%x\n".formatted(i >> 16, i & 0xffff));
      }
    }
  }

  /** Messages as the load generator reads them: each after its length. */
  void writeQueries(Kind kind, Manner manner, Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(kind.name().hashCode());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < QUERIES; i++) {
        byte[] query = manner.put(kind.query(names, random)).toWire();
        out.writeShort(query.length);
        out.write(query);
      }
    }
  }
}
