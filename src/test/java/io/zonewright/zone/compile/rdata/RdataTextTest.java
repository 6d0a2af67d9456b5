package io.zonewright.zone.compile.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.RRType;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RdataTextTest {
  private static final String SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String HIP_KEY =
      "2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00"
          + "+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jn"
          + "ERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D";

  static Stream<Arguments> good() {
    return Stream.of(
        good("A", "192.0.2.10", "192.0.2.10"),
        good("AAAA", "2001:DB8::0001", "2001:db8::1"),
        good("AAAA", "::ffff:192.0.2.1", "::ffff:192.0.2.1"),
        good("AAAA", "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        good("AAAA", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        good("AAAA", "::", "::"),
        good("NS", "ns1.Contoso.com.", "ns1.Contoso.com."),
        good("CNAME", "( www.contoso.com.\n )", "www.contoso.com."),
        good("PTR", "a\\.b.contoso.com.", "a\\046b.contoso.com."),
        good("DNAME", "contoso.net.", "contoso.net."),
        good("MX", "10 mail.contoso.com.", "10 mail.contoso.com."),
        good("MX", "\\# 5 000a016100", "10 a."),
        good("MX", "\\# 5 000A 0161 00", "10 a."),
        good("TXT", "\"v=spf1 -all\"", "\"v=spf1 -all\""),
        good("TXT", "a b", "\"a\" \"b\""),
        good("TXT", "\"a;b\" \"c\\\"d\" \\065", "\"a;b\" \"c\\\"d\" \"A\""),
        good("TXT", "\"\"", "\"\""),
        good("TXT", "\"café\"", "\"caf\\195\\169\""),
        good("SPF", "\"v=spf1\"", "\"v=spf1\""),
        good("SRV", "10 20 5060 sip.contoso.com.", "10 20 5060 sip.contoso.com."),
        good("CAA", "128 issue letsencrypt.org", "128 issue \"letsencrypt.org\""),
        good("TLSA", "3 1 1 " + SHA256.toUpperCase(Locale.ROOT), "3 1 1 " + SHA256),
        good("TLSA", "3 1 0 e3 b0", "3 1 0 e3b0"),
        good("DS", "12345 13 2 " + SHA256, "12345 13 2 " + SHA256),
        good("SOA", "a. b. 1 2h 15m 2w 300", "a. b. 1 7200 900 1209600 300"),
        good("HTTPS", "0 svc.contoso.com.", "0 svc.contoso.com."),
        good(
            "HTTPS",
            "1 . port=8443 ipv6hint=2001:DB8::1 ipv4hint=192.0.2.1,192.0.2.2 alpn=\"h2,h3\"",
            "1 . alpn=\"h2,h3\" port=\"8443\" ipv4hint=\"192.0.2.1,192.0.2.2\""
                + " ipv6hint=\"2001:db8::1\""),
        good(
            "SVCB",
            "1 . mandatory=port,alpn port=1 alpn=h2",
            "1 . mandatory=\"alpn,port\" alpn=\"h2\" port=\"1\""),
        good("SVCB", "1 . key65280=\"\\001a b\"", "1 . key65280=\"\\001a b\""),
        good("SVCB", "1 . alpn=h2 no-default-alpn", "1 . alpn=\"h2\" no-default-alpn"),
        // RFC 9460 appendix D.2, figures 8 and 9: an escaped comma and backslash in a list.
        good(
            "SVCB",
            "16 foo.example.org. alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
            "16 foo.example.org. alpn=\"f\\\\\\\\oo\\\\,bar,h2\""),
        good("SVCB", "1 . ech=AEX+DQBB ohttp", "1 . ech=\"AEX+DQBB\" ohttp"),
        good(
            "SVCB",
            "1 . alpn=h2 dohpath=/dns-query{?dns}",
            "1 . alpn=\"h2\" dohpath=\"/dns-query{?dns}\""),
        good(
            "NAPTR",
            "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@contoso.com!\" .",
            "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@contoso.com!\" ."),
        good("SSHFP", "4 2 " + SHA256, "4 2 " + SHA256.toUpperCase(Locale.ROOT)),
        good("HINFO", "PC Linux", "\"PC\" \"Linux\""),
        good(
            "LOC",
            "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
            "52 22 23 N 04 53 32 E -2m 0m 10000m 10m"),
        good("URI", "10 1 \"https://contoso.com/\"", "10 1 \"https://contoso.com/\""),
        good("CERT", "PGP 0 0 dGVzdA==", "3 0 0 dGVzdA=="),
        good("HIP", HIP_KEY + " rvs.contoso.com.", HIP_KEY + " rvs.contoso.com."),
        good("EUI48", "\\# 6 00005e00532a", "\\# 6 00005e00532a"),
        good("NULL", "\\# 0", "\\# 0"),
        good("TYPE65280", "\\# 2 ABCD", "\\# 2 abcd"));
  }

  private static Arguments good(String type, String text, String canonical) {
    return Arguments.of(type, text, canonical);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("good")
  void readsDataAndWritesItCanonically(String type, String text, String canonical) {
    Rdata rdata = read(type, text);

    assertThat(RdataText.print(number(type), rdata)).isEqualTo(canonical);
    assertThat(read(type, canonical)).isEqualTo(rdata);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(
            "A",
            "192.0.2.010",
            "'192.0.2.010' is not an IPv4 address; write A data such as '192.0.2.10'"),
        bad(
            "A",
            "2001:db8::1",
            "'2001:db8::1' is not an IPv4 address; write A data such as '192.0.2.10'"),
        bad(
            "AAAA",
            "fe80::1%eth0",
            "'fe80::1%eth0' is not an IPv6 address; write AAAA data such as '2001:db8::10'"),
        bad(
            "AAAA",
            "1::2::3",
            "'1::2::3' is not an IPv6 address; write AAAA data such as '2001:db8::10'"),
        bad(
            "MX",
            "10 mail.contoso.com",
            "'mail.contoso.com' is relative; write the absolute name 'mail.contoso.com.'"),
        bad(
            "MX",
            "10 @",
            "'@' is relative; write the absolute name itself, such as 'contoso.com.'"),
        bad(
            "MX",
            "70000 mail.contoso.com.",
            "'70000' is not a preference between 0 and 65535; write MX data such as '10"
                + " mail.contoso.com.'"),
        bad(
            "MX",
            "10",
            "the data ends where a name should be; write MX data such as '10 mail.contoso.com.'"),
        bad("MX", "10 a. b", "'b' is too much; write MX data such as '10 mail.contoso.com.'"),
        bad(
            "MX",
            "\\# 4 000a0161",
            "the octets hold no uncompressed name where one belongs; write MX data such as '10"
                + " mail.contoso.com.'"),
        bad(
            "MX",
            "\\# 6 000a016100ff",
            "there are 1 octets too many; write MX data such as '10 mail.contoso.com.'"),
        bad(
            "MX",
            "\\# 3 000a016100",
            "the length says 3 and there are 5 octets; write '\\# 5 000a016100'"),
        bad(
            "MX",
            "\\# 2 0g",
            "'0g' is not an even number of hexadecimal digits; write MX data such as '10"
                + " mail.contoso.com.'"),
        bad(
            "CNAME",
            "a..b.",
            "'a..b.' is not a name: a name has no empty label: two dots, or a dot in front; write"
                + " CNAME data such as 'www.contoso.com.'"),
        bad(
            "CNAME",
            "a".repeat(64) + ".",
            "'"
                + "a".repeat(64)
                + ".' is not a name: a label is at most 63 octets long; write"
                + " CNAME data such as 'www.contoso.com.'"),
        bad("CNAME", "a.\nb.", "there are several lines; write one list item for each record"),
        bad("CNAME", "(a.", "the parenthesis that opens in line 1 is never closed; write a ')'"),
        bad("TXT", "", "there is no data; write TXT data such as '\"v=spf1 -all\"'"),
        bad(
            "TXT",
            "v=spf1; all",
            "a ';' outside quotes begins a comment; write the text in quotes, such as '\"a; b\"'"),
        bad(
            "TXT",
            "\"unclosed",
            "a quoted text has no closing '\"' in its line; write one, or '\\\"' for a quote in the"
                + " text"),
        bad(
            "TXT",
            "\"" + "x".repeat(256) + "\"",
            "a character string has 256 octets and may have 255; split it into several, as in"
                + " '\"first part\" \"second part\"'"),
        bad(
            "TXT",
            "\\256",
            "an escape in '\\256' is not \\DDD with three digits up to 255; write for example"
                + " '\\034' for a quote"),
        bad(
            "SRV",
            "1 2 3 \"a.\"",
            "quotes stand around \"a.\" where a name should be; write SRV data such as '10 20 5060"
                + " sip.contoso.com.'"),
        bad(
            "CAA",
            "256 issue x",
            "'256' is not a number for flags between 0 and 255; write CAA data such as '0 issue"
                + " \"letsencrypt.org\"'"),
        bad(
            "CAA",
            "0 is-sue x",
            "'is-sue' is not a tag of letters and digits; write CAA data such as '0 issue"
                + " \"letsencrypt.org\"'"),
        bad(
            "TLSA",
            "3 1 1 e3b0",
            "a digest of matching type 1 has 64 hexadecimal digits and this one has 4; write TLSA"
                + " data such as '3 1 1 "
                + SHA256
                + "'"),
        bad(
            "DS",
            "1 13 2 abcd",
            "a digest of digest type 2 has 64 hexadecimal digits and this one has 4; write DS data"
                + " such as '12345 13 2 "
                + SHA256
                + "'"),
        bad(
            "HTTPS",
            "0 a. port=1",
            "priority 0 is AliasMode, which takes no parameters; leave them out, or write a"
                + " priority such as 1"),
        bad(
            "HTTPS",
            "1 . mandatory=port",
            "mandatory names port, which is missing; add port, or take it out of mandatory"),
        bad(
            "HTTPS",
            "1 . mandatory=mandatory",
            "the value of mandatory is not valid; name each key once and not mandatory itself, as"
                + " in 'alpn,port'"),
        bad("HTTPS", "1 . key1=x", "key1 is alpn; write its name alpn"),
        bad(
            "HTTPS",
            "1 . key65535=x",
            "'key65535' is not a parameter key; write one such as alpn, port or ipv6hint, or"
                + " key65280 for a key without a name"),
        bad("HTTPS", "1 . port=1 port=2", "port stands twice; leave one out"),
        bad(
            "HTTPS",
            "1 . no-default-alpn",
            "no-default-alpn without alpn leaves no protocol; add alpn, such as 'h2,h3'"),
        bad(
            "HTTPS",
            "1 . alpn=h2 no-default-alpn=x",
            "no-default-alpn takes no value; leave the value out"),
        bad(
            "HTTPS",
            "1 . alpn=h2,,h3",
            "an ALPN protocol has between 1 and 255 octets; write for example 'h2,h3'"),
        bad(
            "HTTPS",
            "1 . port=70000",
            "'70000' is not a port between 0 and 65535; write for example '8443'"),
        bad(
            "HTTPS",
            "1 . ipv4hint=2001:db8::1",
            "'2001:db8::1' is not an IPv4 address; write for example '192.0.2.1,192.0.2.2'"),
        bad(
            "HTTPS",
            "1 . ipv6hint=192.0.2.1",
            "'192.0.2.1' is not an IPv6 address; write for example '2001:db8::1,2001:db8::2'"),
        bad(
            "HTTPS",
            "1 . ech=%%",
            "ech is not a configuration list in base64; write for example 'AEX+DQBB...'"),
        bad(
            "HTTPS",
            "1 . dohpath=/dns-query",
            "'/dns-query' is not a relative URI template with the variable dns; write for example"
                + " '/dns-query{?dns}'"),
        bad(
            "HTTPS",
            "\\# 10 0001 00 0003000201bb 00",
            "the octets end too early; write HTTPS data such as '1 . alpn=\"h2,h3\"'"),
        bad(
            "NAPTR",
            "100 10 \"u\" \"E2U+sip\" \"\" foo",
            "'foo' is relative; write the absolute name 'foo.'"),
        bad("RP", "admin.contoso.com. info", "'info' is relative; write the absolute name 'info.'"),
        bad("HIP", HIP_KEY + " rvs", "'rvs' is relative; write the absolute name 'rvs.'"),
        bad("HINFO", "PC", "expected a string; write HINFO data such as '\"PC\" \"Linux\"'"),
        bad(
            "EUI48",
            "00-00-5e-00-53-2a",
            "only the form of RFC 3597 can be read for this type; write EUI48 data such as '\\# 4"
                + " c000020a'"),
        bad(
            "TYPE65280",
            "abcd",
            "only the form of RFC 3597 can be read for this type; write TYPE65280 data such as"
                + " '\\# 4 c000020a'"));
  }

  private static Arguments bad(String type, String text, String message) {
    return Arguments.of(type, text, message);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bad")
  void refusesBadDataWithOneSentence(String type, String text, String message) {
    assertThat(RdataText.read(number(type), text)).isEqualTo(new Parsed.Bad<>(message));
  }

  @Test
  void refusesACompressedNameInUnknownForm() {
    // 0000: preference 10, label a, then a pointer to offset 2.
    assertThat(RdataText.read(RRType.MX, "\\# 6 000a 0161 c002")).isInstanceOf(Parsed.Bad.class);
    assertThat(RdataText.read(number("RP"), "\\# 5 0161 00 c000"))
        .isEqualTo(
            new Parsed.Bad<>(
                "the octets are not data of this type; write RP data such as 'admin.contoso.com."
                    + " info.contoso.com.'"));
  }

  @Test
  void writesWhatIsNotDataOfTheTypeInTheFormOfRfc3597() {
    assertThat(RdataText.print(RRType.A, Rdata.of(new byte[] {1, 2, 3}))).isEqualTo("\\# 3 010203");
  }

  static Rdata read(String type, String text) {
    Parsed<Rdata> parsed = RdataText.read(number(type), text);
    assertThat(parsed).isInstanceOf(Parsed.Good.class);
    return ((Parsed.Good<Rdata>) parsed).value();
  }

  static int number(String type) {
    return RRType.parse(type).orElseThrow();
  }
}
