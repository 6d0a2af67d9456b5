package io.zonewright.zone.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.zone.RRset;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ZoneSourceCompilerTest {
  private static final String ZONE_NAME_RULE =
      "must be a domain name in lower case without a trailing dot, such as 'contoso.com' or"
          + " '2.0.192.in-addr.arpa'";
  private static final String HOST_RULE =
      "must be an absolute host name in lower case that ends with a dot, such as"
          + " 'ns1.contoso.com.'";
  private static final String MAILBOX_RULE =
      "must be a mail address, such as hostmaster@contoso.com";
  private static final ZoneSource.NameServer NS1 =
      server("ns1.contoso.com.", "192.0.2.1", "2001:db8::1");
  private static final ZoneSource.NameServer NS2 = server("ns2.example.net.");

  @Test
  void bringsTheApexAndTheAddressesOfItsNameServers() {
    CompiledZone zone = valid(zone("contoso.com", soa(null, null), NS1, NS2));

    assertThat(zone.apex()).isEqualTo(DomainName.parse("contoso.com."));
    assertThat(zone.nameServers().type()).isEqualTo(RRType.NS);
    assertThat(zone.nameServers().size()).isEqualTo(2);
    assertThat(zone.nameServers().ttl()).isEqualTo(1800);
    assertThat(zone.addresses()).hasSize(1);
    assertThat(zone.addresses().getFirst().owner()).isEqualTo(DomainName.parse("ns1.contoso.com."));
    assertThat(zone.addresses().getFirst().rrsets())
        .extracting(RRset::type)
        .containsExactly(RRType.A, RRType.AAAA);
  }

  @Test
  void takesTheFirstNameServerAndHostmasterUnlessToldOtherwise() {
    SoaTemplate given =
        valid(zone("contoso.com", soa("hidden.example.", "dns.team@example.net"), NS1)).soa();
    SoaTemplate assumed = valid(zone("contoso.com", soa(null, null), NS1, NS2)).soa();

    assertThat(given.primary()).isEqualTo(DomainName.parse("hidden.example."));
    assertThat(given.mailbox()).isEqualTo(DomainName.parse("dns\\.team.example.net."));
    assertThat(given.mailbox().labelCount()).isEqualTo(3);
    assertThat(assumed.primary()).isEqualTo(DomainName.parse("ns1.contoso.com."));
    assertThat(assumed.mailbox()).isEqualTo(DomainName.parse("hostmaster.contoso.com."));
  }

  @Test
  void writesTheSoaWithAnySerial() throws Exception {
    SoaTemplate soa = valid(zone("contoso.com", soa(null, null), NS1)).soa();

    byte[] rdata = soa.rdata(Serial.of(4_000_000_000L));

    assertThat(rdata)
        .isEqualTo(
            Record.fromString(
                    Name.root,
                    Type.SOA,
                    DClass.IN,
                    0,
                    "ns1.contoso.com. hostmaster.contoso.com. 4000000000 7200 900 1209600 300",
                    Name.root)
                .rdataToWireCanonical());
    assertThat(soa.rrset(Serial.of(1)).ttl()).isEqualTo(1800);
    assertThat(soa.minimumSerial()).isEqualTo(Serial.of(2026010101));
  }

  @Test
  void takesANameServerInTheZoneWithoutAddresses() {
    assertThat(valid(zone("contoso.com", soa(null, null), server("ns1.contoso.com."))).addresses())
        .isEmpty();
  }

  @Test
  void takesTheApexItselfAsANameServer() {
    assertThat(
            valid(zone("contoso.com", soa(null, null), server("contoso.com.", "192.0.2.1")))
                .addresses())
        .extracting(CompiledZone.NameServerAddresses::owner)
        .containsExactly(DomainName.parse("contoso.com."));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(zone("Contoso.com", soa(null, null), NS2), "spec.zoneName", ZONE_NAME_RULE),
        bad(zone("contoso.com.", soa(null, null), NS2), "spec.zoneName", ZONE_NAME_RULE),
        bad(zone("", soa(null, null), NS2), "spec.zoneName", ZONE_NAME_RULE),
        bad(
            zone("a".repeat(64) + ".com", soa(null, null), NS2),
            "spec.zoneName",
            ZONE_NAME_RULE + ": a label is at most 63 octets long"),
        bad(
            zone("a..com", soa(null, null), NS2),
            "spec.zoneName",
            ZONE_NAME_RULE + ": a name has no empty label: two dots, or a dot in front"),
        bad(zone("contoso.com", soa("ns1.contoso.com", null), NS1), "spec.soa.primary", HOST_RULE),
        bad(zone("contoso.com", soa(null, "hostmaster"), NS1), "spec.soa.mailbox", MAILBOX_RULE),
        bad(zone("contoso.com", soa(null, "a@b@c"), NS1), "spec.soa.mailbox", MAILBOX_RULE),
        bad(
            zone("contoso.com", soa(null, "a".repeat(64) + "@contoso.com"), NS1),
            "spec.soa.mailbox",
            MAILBOX_RULE + ": the part before the @ is at most 63 octets long"),
        bad(
            zone("contoso.com", soa(7200, 7200, 1209600, 300), NS1),
            "spec.soa",
            "soa.retry must be less than soa.refresh"),
        bad(
            zone("contoso.com", soa(7200, 900, 8100, 300), NS1),
            "spec.soa",
            "soa.expire must exceed refresh + retry"),
        bad(
            zone("contoso.com", soa(7200, 59, 1209600, 300), NS1),
            "spec.soa.retry",
            "59 is not between 60 and 2147483647; write for example 900"),
        bad(
            zone("contoso.com", soa(7200, 900, 1209600, 86401), NS1),
            "spec.soa.negativeTtl",
            "86401 is not between 0 and 86400; write for example 300"),
        bad(
            zone(
                "contoso.com",
                new ZoneSource.Soa(null, null, 7200, 900, 1209600, 300, 1L << 32),
                NS1),
            "spec.soa.minimumSerial",
            "4294967296 is not between 0 and 4294967295; write for example 2026010101"),
        bad(
            zone("contoso.com", soa(null, null)),
            "spec.nameServers",
            "the list is empty; write at least one item"),
        bad(
            zone("contoso.com", soa(null, null), NS2, NS2),
            "spec.nameServers[1]",
            "'ns2.example.net.' stands twice; leave one out"),
        bad(
            zone(
                "contoso.com",
                soa(null, null),
                IntStream.range(0, 14)
                    .mapToObj(i -> server("ns" + i + ".example."))
                    .toArray(ZoneSource.NameServer[]::new)),
            "spec.nameServers",
            "there are 14 items; write at most 13"),
        bad(
            zone("contoso.com", soa(null, null), NS2, server("ns1")),
            "spec.nameServers[1].name",
            HOST_RULE),
        bad(
            zone("contoso.com", soa(null, null), server("ns1.example.", "192.0.2.1")),
            "spec.nameServers[0].addresses",
            "glue for a name outside the zone is never served; leave addresses out"),
        bad(
            zone("contoso.com", soa(null, null), server("ns1.contoso.com.", "192.0.2")),
            "spec.nameServers[0].addresses[0]",
            "'192.0.2' must be an IPv4 or IPv6 address, such as '192.0.2.10' or"
                + " '2001:db8::10'"),
        bad(
            zone("contoso.com", soa(null, null), server("ns1.contoso.com.", "::1", "::1")),
            "spec.nameServers[0].addresses[1]",
            "'::1' stands twice; leave one out"));
  }

  private static Arguments bad(ZoneSource zone, String field, String message) {
    return Arguments.of(zone, field, message);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void namesTheFieldAndShowsWhatToWrite(ZoneSource zone, String field, String message) {
    assertThat(findings(zone)).containsExactly(new Finding(Reason.INVALID_DATA, field, message));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    ZoneSource zone =
        new ZoneSource(
            age(),
            1,
            "X",
            -1,
            new ZoneSource.Soa("x", "y", 1, 1, 1, 300, 0),
            List.of(server("z", "w")),
            false);

    assertThat(findings(zone))
        .extracting(Finding::field)
        .containsExactly(
            "spec.zoneName",
            "spec.defaultTtl",
            "spec.soa.refresh",
            "spec.soa.retry",
            "spec.soa.expire",
            "spec.soa",
            "spec.soa",
            "spec.nameServers[0].name",
            "spec.nameServers[0].addresses[0]",
            "spec.soa.primary",
            "spec.soa.mailbox");
  }

  private static ZoneSource zone(
      String name, ZoneSource.Soa soa, ZoneSource.NameServer... servers) {
    return new ZoneSource(age(), 1, name, 1800, soa, List.of(servers), false);
  }

  private static Age age() {
    return new Age(Instant.EPOCH, new SourceId("dns", "contoso"));
  }

  private static ZoneSource.Soa soa(@Nullable String primary, @Nullable String mailbox) {
    return new ZoneSource.Soa(primary, mailbox, 7200, 900, 1_209_600, 300, 2_026_010_101L);
  }

  private static ZoneSource.Soa soa(int refresh, int retry, int expire, int negativeTtl) {
    return new ZoneSource.Soa(null, null, refresh, retry, expire, negativeTtl, 0);
  }

  private static ZoneSource.NameServer server(String name, String... addresses) {
    return new ZoneSource.NameServer(name, List.of(addresses));
  }

  private static CompiledZone valid(ZoneSource source) {
    return switch (ZoneSourceCompiler.compile(source)) {
      case ZoneSourceCompiler.Result.Valid valid -> valid.zone();
      case ZoneSourceCompiler.Result.Invalid invalid ->
          throw new AssertionError(invalid.findings().toString());
    };
  }

  private static List<Finding> findings(ZoneSource source) {
    return switch (ZoneSourceCompiler.compile(source)) {
      case ZoneSourceCompiler.Result.Valid _ -> throw new AssertionError("valid");
      case ZoneSourceCompiler.Result.Invalid invalid -> invalid.findings();
    };
  }
}
