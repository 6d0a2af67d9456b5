package io.zonewright.zone.compile.file;

import static io.zonewright.zone.compile.file.ZoneFiles.APEX;
import static io.zonewright.zone.compile.file.ZoneFiles.HEAD;
import static io.zonewright.zone.compile.file.ZoneFiles.lines;
import static io.zonewright.zone.compile.file.ZoneFiles.loaded;
import static io.zonewright.zone.compile.file.ZoneFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneFileReaderTest {
  @TempDir Path directory;

  @Test
  void readsTheExampleOfRfc1035() {
    ZoneFileReader.Result.Loaded loaded =
        loaded(
            directory,
            """
            @   IN  SOA     VENERA      Action\\.domains (
                                             20     ; SERIAL
                                             7200   ; REFRESH
                                             600    ; RETRY
                                             3600000; EXPIRE
                                             60)    ; MINIMUM

                    NS      A.ISI.EDU.
                    NS      VENERA
                    MX      10      VENERA
                    MX      20      VAXA

            A       A       26.3.0.103
            VENERA  A       10.1.0.52
                    A       128.9.0.32
            VAXA    A       10.2.0.27
            """);
    Zone zone = loaded.zone();

    assertThat(zone.serial()).isEqualTo(Serial.of(20));
    assertThat(Objects.requireNonNull(zone.soa()).rdata())
        .containsExactly(
            ZoneFiles.rdata(
                RRType.SOA,
                "VENERA.contoso.com. Action\\.domains.contoso.com. 20 7200 600 3600000 60"));
    assertThat(lines(zone))
        .containsExactly(
            "contoso.com. 60 MX 10 VENERA.contoso.com.",
            "contoso.com. 60 MX 20 VAXA.contoso.com.",
            "A.contoso.com. 60 A 26.3.0.103",
            "VAXA.contoso.com. 60 A 10.2.0.27",
            "VENERA.contoso.com. 60 A 10.1.0.52",
            "VENERA.contoso.com. 60 A 128.9.0.32");
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void takesTtlAndClassInEitherOrderAndWithUnits() {
    assertThat(
            lines(
                loaded(
                        directory,
                        HEAD
                            + """
                            a 1h30m IN A 192.0.2.1
                            b IN 1w A 192.0.2.1
                            c in a 192.0.2.1
                            d CLASS1 5 TYPE1 \\# 4 c0000201
                            """)
                    .zone()))
        .containsExactly(
            "a.contoso.com. 5400 A 192.0.2.1",
            "b.contoso.com. 604800 A 192.0.2.1",
            "c.contoso.com. 604800 A 192.0.2.1",
            "d.contoso.com. 5 A 192.0.2.1");
  }

  @Test
  void prefersTheTtlDirectiveToTheLastStatedTtl() {
    assertThat(
            lines(
                loaded(directory, HEAD + "$TTL 2m\na A 192.0.2.1\n$TTL 60\nb A 192.0.2.1\n")
                    .zone()))
        .containsExactly("a.contoso.com. 120 A 192.0.2.1", "b.contoso.com. 60 A 192.0.2.1");
  }

  @Test
  void followsTheOrigin() {
    assertThat(
            lines(
                loaded(
                        directory,
                        HEAD
                            + """
                            $ORIGIN sub
                            @ A 192.0.2.1
                            a CNAME b
                            $origin other.contoso.com.
                            a CNAME @
                            """)
                    .zone()))
        .containsExactly(
            "a.other.contoso.com. 3600 CNAME other.contoso.com.",
            "sub.contoso.com. 3600 A 192.0.2.1",
            "a.sub.contoso.com. 3600 CNAME b.sub.contoso.com.");
  }

  @Test
  void keepsTheCaseOfOwnerNames() {
    Zone zone = loaded(directory, HEAD + "WwW A 192.0.2.1\nwww AAAA ::1\n").zone();

    assertThat(Objects.requireNonNull(zone.find(DomainName.parse("www.contoso.com."))).owner())
        .hasToString("WwW.contoso.com.");
  }

  @Test
  void keepsOctetsOfAnyEncoding() throws Exception {
    Path file = directory.resolve("latin1.zone");
    byte[] text = (HEAD + "t TXT \"caf\u00e9\" \\\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, text);

    assertThat(ZoneFileReader.read(file, APEX))
        .isInstanceOfSatisfying(
            ZoneFileReader.Result.Loaded.class,
            loaded ->
                assertThat(lines(loaded.zone()))
                    .containsExactly("t.contoso.com. 3600 TXT \"caf\\233\" \"\\233\""));
  }

  @Test
  void readsLinesThatEndWithCarriageReturns() {
    assertThat(lines(loaded(directory, (HEAD + "a TXT x ; y\n").replace("\n", "\r\n")).zone()))
        .containsExactly("a.contoso.com. 3600 TXT \"x\"");
  }

  @Test
  void takesASoaThatStandsAgainAtTheEndOfATransferAsOne() {
    String soa = HEAD.lines().findFirst().orElseThrow() + "\n";

    assertThat(loaded(directory, HEAD + soa).zone().serial()).isEqualTo(Serial.of(1));
  }

  @Test
  void takesRecordsBelowADelegation() {
    assertThat(
            lines(
                loaded(directory, HEAD + "sub NS ns.sub\nns.sub A 192.0.2.1\nx.sub TXT hidden\n")
                    .zone()))
        .hasSize(3);
  }

  @Test
  void takesWildcardsOfAnyType() {
    assertThat(lines(loaded(directory, HEAD + "* NS ns.example.\n*.d DNAME x.example.\n").zone()))
        .hasSize(2);
  }

  @Test
  void usesTheLeastTtlOfAnRRsetAndWarns() {
    ZoneFileReader.Result.Loaded loaded =
        loaded(directory, HEAD + "a 300 A 192.0.2.1\na 60 A 192.0.2.2\na 60 TXT x\n");

    assertThat(lines(loaded.zone())).contains("a.contoso.com. 60 A 192.0.2.1");
    assertThat(texts(loaded.warnings()))
        .containsExactly(
            "contoso.zone:4: the TTL 60 differs from 300 of the same RRset; the least of them is"
                + " used (RFC 2181 section 5.2)");
  }

  @Test
  void theRecordsOfAnOwnerNameNeedNotFollowEachOther() {
    ZoneFileReader.Result.Loaded loaded =
        loaded(
            directory,
            HEAD
                + "Www 300 A 192.0.2.2\nb 300 A 192.0.2.9\n@ 300 TXT apex\n"
                + "wWw 300 AAAA 2001:db8::1\na.b 300 TXT below\nwww 60 A 192.0.2.1\n");

    assertThat(lines(loaded.zone()))
        .contains(
            "Www.contoso.com. 60 A 192.0.2.1",
            "Www.contoso.com. 60 A 192.0.2.2",
            "Www.contoso.com. 300 AAAA 2001:db8::1",
            "a.b.contoso.com. 300 TXT \"below\"",
            "b.contoso.com. 300 A 192.0.2.9");
    assertThat(texts(loaded.warnings()))
        .containsExactly(
            "contoso.zone:8: the TTL 60 differs from 300 of the same RRset; the least of them is"
                + " used (RFC 2181 section 5.2)");
  }

  @Test
  void warnsOfANameServerWithoutAddress() {
    assertThat(texts(loaded(directory, HEAD + "@ NS ns7\n").warnings()))
        .containsExactly(
            "contoso.zone:2: the name server ns7.contoso.com. has no address; write an A or AAAA"
                + " record");
  }

  @Test
  void generates() {
    assertThat(
            lines(
                loaded(
                        directory,
                        HEAD
                            + """
                            $GENERATE 1-3 h$ A 192.0.2.$
                            $GENERATE 0-10/5 ${0,3,d} 60 IN CNAME p-${1,2,x}.example.
                            $GENERATE 10-10 ${0,0,n} TXT "$$ ${-10} ${0,4,o} ${0,0,X} ${0,5,N}" \\$
                            """)
                    .zone()))
        .containsExactly(
            "000.contoso.com. 60 CNAME p-01.example.",
            "005.contoso.com. 60 CNAME p-06.example.",
            "010.contoso.com. 60 CNAME p-0b.example.",
            "a.contoso.com. 60 TXT \"$ 0 0012 A A.0.0\" \"$\"",
            "h1.contoso.com. 3600 A 192.0.2.1",
            "h2.contoso.com. 3600 A 192.0.2.2",
            "h3.contoso.com. 3600 A 192.0.2.3");
  }

  @Test
  void includesWithAnOriginOfItsOwnAndGoesOnAsBefore() {
    ZoneFiles.write(directory, "parts/a.inc", "$TTL 60\nx A 192.0.2.1\n$INCLUDE b.inc\n");
    ZoneFiles.write(directory, "parts/b.inc", "y A 192.0.2.2\n");
    ZoneFileReader.Result.Loaded loaded =
        loaded(directory, HEAD + "o TXT o\n$INCLUDE parts/a.inc sub\n  TXT after\nz A 192.0.2.3\n");

    assertThat(lines(loaded.zone()))
        .containsExactly(
            "o.contoso.com. 3600 TXT \"o\"",
            "o.contoso.com. 3600 TXT \"after\"",
            "x.sub.contoso.com. 60 A 192.0.2.1",
            "y.sub.contoso.com. 60 A 192.0.2.2",
            "z.contoso.com. 3600 A 192.0.2.3");
    assertThat(loaded.filesRead())
        .containsExactly(
            directory.resolve("contoso.zone"),
            directory.resolve("parts/a.inc"),
            directory.resolve("parts/b.inc"));
  }

  @Test
  void readsAFileThatIsALinkWithinItsDirectory() throws Exception {
    // As Kubernetes mounts a ConfigMap: name -> ..data/name -> ..2026/name.
    ZoneFiles.write(directory, "..2026/contoso.zone", HEAD + "$INCLUDE a.inc\n");
    ZoneFiles.write(directory, "..2026/a.inc", "a A 192.0.2.1\n");
    Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026"));
    Files.createSymbolicLink(directory.resolve("contoso.zone"), Path.of("..data/contoso.zone"));
    Files.createSymbolicLink(directory.resolve("a.inc"), Path.of("..data/a.inc"));

    assertThat(ZoneFileReader.read(directory.resolve("contoso.zone"), APEX))
        .isInstanceOf(ZoneFileReader.Result.Loaded.class);
  }

  @Test
  void readsManyRecords() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 20_000; i++) {
      text.append("h").append(i).append(" A 10.0.").append(i >> 8).append('.').append(i & 0xff);
      text.append("\n  AAAA 2001:db8::").append(Integer.toHexString(i)).append('\n');
    }

    assertThat(loaded(directory, text.toString()).zone().rrsetCount()).isEqualTo(40_002);
  }
}
