package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.SampleRecordSets.addresses;
import static io.zonewright.zone.compile.SampleRecordSets.findings;
import static io.zonewright.zone.compile.SampleRecordSets.https;
import static io.zonewright.zone.compile.SampleRecordSets.mx;
import static io.zonewright.zone.compile.SampleRecordSets.param;
import static io.zonewright.zone.compile.SampleRecordSets.rdata;
import static io.zonewright.zone.compile.SampleRecordSets.source;
import static io.zonewright.zone.compile.SampleRecordSets.txt;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.compile.RecordData.Mx.Exchange;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of {@code crds/dnsrecordsets.yaml}, and those that a schema cannot express. */
class RecordSetFindingsTest {
  private static final String NAME_RULE =
      "name must be '@', or lower case and relative to the zone without a trailing dot, such as"
          + " 'www' or '*.apps'; write any other byte as \\DDD";
  private static final String FIELD_RULE =
      "the record data field must match spec.type (use rdata for types without a field of their"
          + " own)";
  private static final String FAMILY_RULE =
      "type A takes IPv4 addresses and AAAA takes IPv6 addresses; use A+AAAA for both in one"
          + " record set";
  private static final String ABSOLUTE_RULE =
      "must be an absolute name that ends with a dot, such as 'www.example.com.'";
  private static final String TYPE_RULE =
      "type must be a record type in upper case, such as A, AAAA, A+AAAA, MX, TYPE65280";
  private static final String SERVER_RULE =
      "this type is written by the server, or is not a data type";

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(addresses("", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("WWW", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("a..b", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("www.contoso.com.", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("bücher", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("a b", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(addresses("a\\04", "A", "192.0.2.1"), "spec.name", NAME_RULE),
        bad(
            addresses("\\097", "A", "192.0.2.1"),
            "spec.name",
            "'\\097' has a plain spelling; write 'a'"),
        bad(
            addresses("x\\065", "A", "192.0.2.1"),
            "spec.name",
            "'\\065' has a plain spelling; write 'a'"),
        bad(
            addresses("\\042", "A", "192.0.2.1"),
            "spec.name",
            "'\\042' has a plain spelling; write '*'"),
        bad(
            addresses("\\256", "A", "192.0.2.1"),
            "spec.name",
            "'\\256' is no byte; write an escape of at most \\255"),
        bad(
            addresses("a".repeat(64), "A", "192.0.2.1"),
            "spec.name",
            "a label is at most 63 octets long; write a shorter name, such as 'www'"),
        bad(
            addresses(("a".repeat(59) + ".").repeat(4) + "bb", "A", "192.0.2.1"),
            "spec.name",
            "with the zone name it has 256 octets, and a name has at most 255; write a shorter"
                + " name, such as 'www'"),
        bad(addresses("www", "a", "192.0.2.1"), "spec.type", TYPE_RULE),
        bad(rdata("www", "A+MX", "x"), "spec.type", TYPE_RULE),
        bad(
            rdata("www", "FOO", "x"),
            "spec.type",
            "'FOO' is not a record type; write a mnemonic such as MX, or TYPE65280 for a type"
                + " without one"),
        bad(rdata("www", "TYPE15", "10 a."), "spec.type", "TYPE15 is MX; write its mnemonic MX"),
        bad(rdata("www", "TYPE6", "x"), "spec.type", SERVER_RULE),
        bad(rdata("www", "TYPE200", "\\# 0"), "spec.type", SERVER_RULE),
        bad(addresses("www", "MX", "192.0.2.1"), "spec.addresses", FIELD_RULE),
        bad(source("www", "A", null, new RecordData.Cname("a.example.")), "spec.cname", FIELD_RULE),
        bad(rdata("www", "A+AAAA", "192.0.2.1"), "spec.rdata", "A+AAAA takes addresses, not rdata"),
        bad(addresses("www", "A", "2001:db8::1"), "spec.addresses[0]", FAMILY_RULE),
        bad(addresses("www", "AAAA", "::1", "192.0.2.1"), "spec.addresses[1]", FAMILY_RULE),
        bad(
            addresses("www", "A", "192.0.2.01"),
            "spec.addresses[0]",
            "'192.0.2.01' must be an IPv4 or IPv6 address, such as '192.0.2.10' or"
                + " '2001:db8::10'"),
        bad(
            addresses("www", "A", "192.0.2.1", "192.0.2.1"),
            "spec.addresses[1]",
            "'192.0.2.1' stands twice; leave one out"),
        bad(
            source("@", "CNAME", null, new RecordData.Cname("a.example.")),
            "spec.type",
            "CNAME and DS are not allowed at the zone apex"),
        bad(
            source("@", "NS", null, new RecordData.Ns(List.of("a.example."))),
            "spec.type",
            "the NS records of the apex come from DnsZone.spec.nameServers"),
        bad(
            source("*", "NS", null, new RecordData.Ns(List.of("a.example."))),
            "spec.type",
            "NS has no agreed meaning at a wildcard (RFC 4592); write the name itself, such as"
                + " 'sub' instead of '*'"),
        bad(
            rdata("*.a", "DNAME", "a.example."),
            "spec.type",
            "DNAME has no agreed meaning at a wildcard (RFC 4592); write the name itself, such as"
                + " 'sub' instead of '*'"),
        bad(
            rdata("www", "CNAME", "a.example.", "b.example."),
            "spec.rdata",
            "a CNAME or DNAME has exactly one target"),
        bad(
            source("www", "TXT", -1, new RecordData.Txt(List.of("x"))),
            "spec.ttl",
            "-1 is not a TTL between 0 and 2147483647; write for example 3600"),
        bad(
            source("www", "CNAME", null, new RecordData.Cname("www.example.com")),
            "spec.cname",
            "'www.example.com' is relative; write the absolute name 'www.example.com.'"),
        bad(source("www", "CNAME", null, new RecordData.Cname("")), "spec.cname", ABSOLUTE_RULE),
        bad(
            source("www", "CNAME", null, new RecordData.Cname("a b.")),
            "spec.cname",
            ABSOLUTE_RULE),
        bad(
            source("www", "CNAME", null, new RecordData.Cname("a..b.")),
            "spec.cname",
            ABSOLUTE_RULE),
        bad(
            source("www", "CNAME", null, new RecordData.Cname("bücher.example.")),
            "spec.cname",
            "'bücher.example.' is not ASCII; write it as 'xn--bcher-kva.example.'"),
        bad(
            source("www", "PTR", null, new RecordData.Ptr(List.of("a.", "x".repeat(64) + "."))),
            "spec.ptr[1]",
            "'"
                + "x".repeat(64)
                + ".' is not a name: a label is at most 63 octets long; write for"
                + " example 'www.example.com.'"),
        bad(
            mx(new Exchange(10, "a.example."), new Exchange(10, "mail.contoso.com")),
            "spec.mx[1].exchange",
            "'mail.contoso.com' is relative; write the absolute name 'mail.contoso.com.'"),
        bad(
            mx(new Exchange(65536, "a.example.")),
            "spec.mx[0].preference",
            "65536 is not a preference between 0 and 65535; write for example 10"),
        bad(
            mx(new Exchange(0, "."), new Exchange(10, "a.example.")),
            "spec.mx",
            "the exchange '.' says that no mail is accepted (RFC 7505); write it alone"),
        bad(
            source(
                "www",
                "SRV",
                null,
                new RecordData.Srv(List.of(new RecordData.Srv.Service(1, 2, -3, "a.example.")))),
            "spec.srv[0].port",
            "-3 is not a port between 0 and 65535; write for example 10"),
        bad(
            txt("a", "\"v=spf1 -all\""),
            "spec.txt[1]",
            "write the text itself without quotes: the server quotes and splits it"),
        bad(
            txt("x".repeat(4097)),
            "spec.txt[0]",
            "the text has 4097 characters; write at most 4096"),
        bad(txt(), "spec.txt", "the list is empty; write at least one item"),
        bad(
            source(
                "www",
                "CAA",
                null,
                new RecordData.Caa(List.of(new RecordData.Caa.Property(0, "Issue", "x")))),
            "spec.caa[0].tag",
            "'Issue' is not 1 to 15 lower case letters and digits; write for example 'issue'"),
        bad(
            source(
                "www",
                "CAA",
                null,
                new RecordData.Caa(List.of(new RecordData.Caa.Property(256, "issue", "x")))),
            "spec.caa[0].flags",
            "256 is not a number for flags between 0 and 255; write for example 10"),
        bad(
            source(
                "www",
                "TLSA",
                null,
                new RecordData.Tlsa(List.of(new RecordData.Tlsa.Association(3, 1, 1, "ABCD")))),
            "spec.tlsa[0].data",
            "the data must be an even number of lower case hexadecimal digits, such as '0b9f'"),
        bad(
            https(0, "a.example.", param("port", "1")),
            "spec.svcb[0].params",
            "priority 0 is AliasMode, which takes no parameters; leave them out, or write a"
                + " priority such as 1"),
        bad(
            https(1, ".", param("port", "1"), param("port", "2")),
            "spec.svcb[0].params",
            "port stands twice; leave one out"),
        bad(
            https(1, ".", param("port", "x")),
            "spec.svcb[0].params[0]",
            "'x' is not a port between 0 and 65535; write for example '8443'"),
        bad(
            https(1, ".", param("alpn", "h2"), param("ipv4hint", "::1")),
            "spec.svcb[0].params[1]",
            "'::1' is not an IPv4 address; write for example '192.0.2.1,192.0.2.2'"),
        bad(
            https(1, ".", param("ALPN", "h2")),
            "spec.svcb[0].params[0]",
            "'ALPN' is not a parameter key; write one such as alpn, port or ipv6hint, or key65280"
                + " for a key without a name"),
        bad(
            rdata("www", "NAPTR", "100 10 \"u\" \"E2U+sip\" \"\" sip"),
            "spec.rdata[0]",
            "'sip' is relative; write the absolute name 'sip.'"));
  }

  private static Arguments bad(RecordSetSource source, String field, String message) {
    return Arguments.of(source, field, message);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void namesTheFieldAndShowsWhatToWrite(RecordSetSource source, String field, String message) {
    assertThat(findings(source)).containsExactly(new Finding(Reason.INVALID_DATA, field, message));
  }

  @Test
  void saysThatAnAbsoluteNameLiesOutsideTheZone() {
    assertThat(findings(addresses("www.example.", "A", "192.0.2.1")))
        .containsExactly(new Finding(Reason.OUT_OF_ZONE, "spec.name", NAME_RULE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SOA",
        "OPT",
        "TSIG",
        "TKEY",
        "SIG",
        "KEY",
        "NXT",
        "RRSIG",
        "NSEC",
        "NSEC3",
        "NSEC3PARAM",
        "DNSKEY",
        "CDS",
        "CDNSKEY",
        "ZONEMD",
        "ANY",
        "AXFR",
        "IXFR",
        "MAILA",
        "MAILB",
        "NXNAME"
      })
  void refusesTypesThatAreNotTheUsers(String type) {
    assertThat(findings(rdata("www", type, "\\# 0")))
        .containsExactly(new Finding(Reason.INVALID_DATA, "spec.type", SERVER_RULE));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    RecordSetSource source =
        source(
            "WWW",
            "MX",
            -5,
            new RecordData.Mx(List.of(new Exchange(-1, "a"), new Exchange(10, "b"))));

    assertThat(findings(source))
        .extracting(Finding::field)
        .containsExactly(
            "spec.name",
            "spec.ttl",
            "spec.mx[0].preference",
            "spec.mx[0].exchange",
            "spec.mx[1].exchange");
  }

  @Test
  void refusesListsThatAreTooLong() {
    List<String> many =
        IntStream.range(0, 257).mapToObj(i -> "192.0." + i / 256 + "." + i % 256).toList();

    assertThat(findings(source("www", "A", null, new RecordData.Addresses(many))))
        .containsExactly(
            new Finding(
                Reason.INVALID_DATA, "spec.addresses", "there are 257 items; write at most 256"));
    assertThat(
            findings(
                source(
                    "www", "PTR", null, new RecordData.Ptr(Collections.nCopies(33, "a.example.")))))
        .extracting(Finding::message)
        .contains("there are 33 items; write at most 32");
  }

  @Test
  void refusesRecordsThatNoAnswerCouldHold() {
    List<String> texts =
        IntStream.range(0, 17)
            .mapToObj(i -> String.valueOf((char) ('a' + i)).repeat(4000))
            .toList();

    assertThat(findings(source("www", "TXT", null, new RecordData.Txt(texts))))
        .containsExactly(
            new Finding(
                Reason.INVALID_DATA,
                "spec.txt",
                "the records have 68476 octets and no answer could hold them; write at most 65000"
                    + " in all"));
  }
}
