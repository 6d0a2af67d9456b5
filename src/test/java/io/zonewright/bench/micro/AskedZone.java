package io.zonewright.bench.micro;

import io.zonewright.bench.compare.BenchZone;
import io.zonewright.bench.compare.Kind;
import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.file.ZoneFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.xbill.DNS.Message;

/** The zone of the comparison with other servers, and what is asked about it. */
final class AskedZone {
  /** How many queries there are of a kind, a power of two. */
  static final int QUERIES = 1024;

  static final DomainName APEX = DomainName.parse(BenchZone.APEX);

  private AskedZone() {}

  static Zone of(int names) throws IOException {
    Path file = Files.createTempFile("zonewright-", ".zone");
    try {
      new BenchZone(names).write(file);
      return switch (ZoneFileReader.read(file, APEX)) {
        case ZoneFileReader.Result.Loaded loaded -> loaded.zone();
        case ZoneFileReader.Result.Failed failed ->
            throw new IllegalStateException(failed.problems().toString());
      };
    } finally {
      Files.delete(file);
    }
  }

  static List<Message> queries(Kind kind, int names) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(() -> kind.query(names, random)).limit(QUERIES).toList();
  }
}
