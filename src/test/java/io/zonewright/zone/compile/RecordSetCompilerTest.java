package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.SampleRecordSets.APEX;
import static io.zonewright.zone.compile.SampleRecordSets.addresses;
import static io.zonewright.zone.compile.SampleRecordSets.https;
import static io.zonewright.zone.compile.SampleRecordSets.mx;
import static io.zonewright.zone.compile.SampleRecordSets.param;
import static io.zonewright.zone.compile.SampleRecordSets.rdata;
import static io.zonewright.zone.compile.SampleRecordSets.source;
import static io.zonewright.zone.compile.SampleRecordSets.txt;
import static io.zonewright.zone.compile.SampleRecordSets.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import io.zonewright.zone.compile.RecordData.Mx.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSetCompilerTest {
  @Test
  void splitsADualStackListByFamily() {
    CompiledRecordSet www =
        valid(addresses("www", "A+AAAA", "2001:db8::10", "192.0.2.20", "192.0.2.10"));

    assertThat(www.owner()).isEqualTo(DomainName.parse("www.contoso.com."));
    assertThat(www.generation()).isEqualTo(3);
    assertThat(www.ttl()).isEqualTo(3600);
    assertThat(www.rrsets()).extracting(RRset::type).containsExactly(RRType.A, RRType.AAAA);
    assertThat(www.rrsets().getFirst().rdata())
        .containsExactly(new byte[] {(byte) 192, 0, 2, 10}, new byte[] {(byte) 192, 0, 2, 20});
    assertThat(www.presentation())
        .containsExactly("A 192.0.2.10", "A 192.0.2.20", "AAAA 2001:db8::10");
  }

  @Test
  void claimsBothTypesOfADualStackSetThatHasOneFamilyOnly() {
    CompiledRecordSet www = valid(addresses("www", "A+AAAA", "192.0.2.10"));

    assertThat(www.claims()).containsExactly(RRType.A, RRType.AAAA);
    assertThat(www.rrsets()).extracting(RRset::type).containsExactly(RRType.A);
  }

  @Test
  void takesTwoSpellingsOfOneAddressAsOneRecord() {
    assertThat(valid(addresses("www", "AAAA", "2001:DB8::1", "2001:db8::1")).presentation())
        .containsExactly("AAAA 2001:db8::1");
  }

  @Test
  void takesNamesThatDifferInCaseOnlyAsOneRecord() {
    assertThat(
            valid(mx(new Exchange(10, "Mail.contoso.com."), new Exchange(10, "mail.contoso.com.")))
                .presentation())
        .containsExactly("MX 10 Mail.contoso.com.");
  }

  @Test
  void prefersTheOwnTtlToTheDefault() {
    RecordData data = new RecordData.Txt(List.of("x"));

    assertThat(valid(source("a", "TXT", 0, data)).ttl()).isZero();
    assertThat(valid(source("a", "TXT", null, data)).ttl()).isEqualTo(3600);
    assertThat(valid(source("a", "TXT", 60, data)).rrsets().getFirst().ttl()).isEqualTo(60);
  }

  @Test
  void splitsALongTextAtOctetsOfUtf8() {
    byte[] rdata = valid(txt("é".repeat(128))).rrsets().getFirst().rdata().getFirst();

    assertThat(rdata).hasSize(258);
    assertThat(rdata[0]).isEqualTo((byte) 255);
    assertThat(rdata[256]).isEqualTo((byte) 1);
    byte[] text = "é".repeat(128).getBytes(StandardCharsets.UTF_8);
    assertThat(rdata[255]).isEqualTo(text[254]);
    assertThat(rdata[257]).isEqualTo(text[255]);
  }

  @Test
  void makesOneEmptyStringOfAnEmptyText() {
    assertThat(valid(txt("")).rrsets().getFirst().rdata()).containsExactly(new byte[] {0});
  }

  @Test
  void keepsQuotesBackslashesAndSemicolonsOfARawText() {
    assertThat(valid(txt("v=DKIM1; p=\"a\\b\"")).presentation())
        .containsExactly("TXT \"v=DKIM1; p=\\\"a\\\\b\\\"\"");
  }

  static Stream<Arguments> good() {
    return Stream.of(
        good(addresses("@", "A", "192.0.2.1"), "A 192.0.2.1"),
        good(addresses("*", "AAAA", "2001:DB8:0::1"), "AAAA 2001:db8::1"),
        good(
            source("*.apps", "CNAME", null, new RecordData.Cname("ingress.contoso.com.")),
            "CNAME ingress.contoso.com."),
        good(
            source("sub", "NS", null, new RecordData.Ns(List.of("ns1.sub.contoso.com."))),
            "NS ns1.sub.contoso.com."),
        good(
            source("10", "PTR", null, new RecordData.Ptr(List.of("b.example.", "a.example."))),
            "PTR a.example.",
            "PTR b.example."),
        good(
            mx(new Exchange(10, "mail.contoso.com."), new Exchange(0, "mx.example.")),
            "MX 0 mx.example.",
            "MX 10 mail.contoso.com."),
        good(mx(new Exchange(0, ".")), "MX 0 ."),
        good(
            source(
                "_sip._tls",
                "SRV",
                null,
                new RecordData.Srv(
                    List.of(new RecordData.Srv.Service(100, 1, 443, "sipdir.online.lync.com.")))),
            "SRV 100 1 443 sipdir.online.lync.com."),
        good(
            source(
                "@",
                "CAA",
                null,
                new RecordData.Caa(
                    List.of(
                        new RecordData.Caa.Property(0, "issue", "letsencrypt.org"),
                        new RecordData.Caa.Property(128, "iodef", "mailto:a@b.example")))),
            "CAA 0 issue \"letsencrypt.org\"",
            "CAA 128 iodef \"mailto:a@b.example\""),
        good(
            https(
                1,
                ".",
                param("ipv6hint", "2001:db8::1"),
                param("port", "8443"),
                param("alpn", "h3,h2"),
                param("no-default-alpn", null),
                param("mandatory", "port,alpn"),
                param("key65280", "a\\001")),
            "HTTPS 1 . mandatory=\"alpn,port\" alpn=\"h3,h2\" no-default-alpn port=\"8443\""
                + " ipv6hint=\"2001:db8::1\" key65280=\"a\\001\""),
        good(https(0, "svc.contoso.com."), "HTTPS 0 svc.contoso.com."),
        good(
            source(
                "_443._tcp.www",
                "TLSA",
                null,
                new RecordData.Tlsa(
                    List.of(new RecordData.Tlsa.Association(3, 1, 1, "ab".repeat(32))))),
            "TLSA 3 1 1 " + "ab".repeat(32)),
        good(rdata("www", "A", "192.0.2.1", "\\# 4 c0000202"), "A 192.0.2.1", "A 192.0.2.2"),
        good(rdata("@", "DNAME", "contoso.net."), "DNAME contoso.net."),
        good(rdata("old", "SSHFP", "4 1 " + "AB".repeat(20)), "SSHFP 4 1 " + "AB".repeat(20)),
        good(rdata("x", "TYPE65280", "\\# 2 abcd"), "TYPE65280 \\# 2 abcd"),
        good(rdata("x", "NSAP-PTR", "foo."), "NSAP-PTR foo."));
  }

  private static Arguments good(RecordSetSource source, String... presentation) {
    return Arguments.of(source, List.of(presentation));
  }

  @ParameterizedTest
  @MethodSource("good")
  void compilesEachFieldAndReadsItsPresentationBack(
      RecordSetSource source, List<String> presentation) {
    CompiledRecordSet compiled = valid(source);

    assertThat(compiled.presentation()).isEqualTo(presentation);
    LastGood lastGood =
        new LastGood(3, compiled.owner().toString(), compiled.ttl(), compiled.presentation());
    CompiledRecordSet back = valid(RecordSetCompiler.compile(lastGood, APEX));
    assertThat(back.owner()).isEqualTo(compiled.owner());
    assertThat(back.presentation()).isEqualTo(presentation);
    assertSameRRsets(back.rrsets(), compiled.rrsets());
  }

  static void assertSameRRsets(List<RRset> actual, List<RRset> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).type()).isEqualTo(expected.get(i).type());
      assertThat(actual.get(i).ttl()).isEqualTo(expected.get(i).ttl());
      assertThat(actual.get(i).packed()).isEqualTo(expected.get(i).packed());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "@, contoso.com.",
    "*, *.contoso.com.",
    "www, www.contoso.com.",
    "_sip._tcp, _sip._tcp.contoso.com.",
    "0/25, 0/25.contoso.com.",
    "a\\046b, a\\046b.contoso.com.",
    "\\255\\000, \\255\\000.contoso.com."
  })
  void takesOwnerNamesRelativeToTheZone(String name, String owner) {
    assertThat(valid(addresses(name, "A", "192.0.2.1")).owner()).isEqualTo(DomainName.parse(owner));
  }

  @Test
  void takesANameOfExactly255Octets() {
    // 242 octets of labels in front of the 13 of contoso.com.
    String longest = ("a".repeat(59) + ".").repeat(4) + "b";

    assertThat(valid(addresses(longest, "A", "192.0.2.1")).owner().wireLength()).isEqualTo(255);
  }
}
