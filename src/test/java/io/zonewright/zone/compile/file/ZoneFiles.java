package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneNode;
import io.zonewright.zone.compile.rdata.Parsed;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Zone files in a temporary directory, and zones as lines of text. */
final class ZoneFiles {
  static final DomainName APEX = DomainName.parse("contoso.com.");

  /** What makes any other lines a zone without warnings. */
  static final String HEAD =
      """
      @ 3600 IN SOA ns1.example. hostmaster 1 7200 900 1209600 300
      @ 3600 IN NS ns1.example.
      """;

  private ZoneFiles() {}

  static Path write(Path directory, String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ZoneFileReader.Result read(Path directory, String text) {
    return ZoneFileReader.read(write(directory, "contoso.zone", text), APEX);
  }

  static ZoneFileReader.Result.Loaded loaded(Path directory, String text) {
    return switch (read(directory, text)) {
      case ZoneFileReader.Result.Loaded loaded -> loaded;
      case ZoneFileReader.Result.Failed failed ->
          throw new AssertionError(failed.problems().toString());
    };
  }

  /** The problems as {@code file:line: message}, with the name of the file only. */
  static List<String> problems(ZoneFileReader.Result result) {
    return switch (result) {
      case ZoneFileReader.Result.Loaded loaded ->
          throw new AssertionError("loaded: " + lines(loaded.zone()));
      case ZoneFileReader.Result.Failed failed -> texts(failed.problems());
    };
  }

  static List<String> texts(List<FileProblem> problems) {
    return problems.stream()
        .map(p -> new FileProblem(p.file().getFileName(), p.line(), p.message()).toString())
        .toList();
  }

  /** Every record but those of {@link #HEAD} as {@code owner ttl type data}. */
  static List<String> lines(Zone zone) {
    List<String> lines = new ArrayList<>();
    for (ZoneNode node : zone.nodes()) {
      for (int i = 0; i < node.rrsetCount(); i++) {
        append(node.owner(), node.rrset(i), lines);
      }
    }
    lines.removeIf(line -> line.matches("contoso\\.com\\. \\d+ (SOA|NS) .*"));
    return lines;
  }

  private static void append(DomainName owner, RRset rrset, List<String> lines) {
    String type = RRType.mnemonic(rrset.type());
    for (byte[] wire : rrset.rdata()) {
      String data = RdataText.print(rrset.type(), wire);
      lines.add(owner + " " + rrset.ttl() + " " + type + " " + data);
    }
  }

  static byte[] rdata(int type, String text) {
    return switch (RdataText.read(type, text)) {
      case Parsed.Good<Rdata> good -> good.value().toWire();
      case Parsed.Bad<Rdata> bad -> throw new AssertionError(bad.message());
    };
  }
}
