package io.zonewright.zone;

import static io.zonewright.zone.ZoneData.name;
import static io.zonewright.zone.ZoneData.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.RRType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What RRsets bring into the additional section, and that changes elsewhere reach them. */
class AdditionalTest {
  private static final String A = "192.0.2.1";
  private static final String AAAA = "2001:db8::1";

  private Zone zone = ZoneData.zone("example.com", ZoneData.APEX_LINES);

  private void put(String... lines) {
    zone = ZoneData.put(zone.edit(), lines).commit();
  }

  private void remove(String owner, int type) {
    zone = zone.edit().remove(name(owner), type).commit();
  }

  private List<Additional> of(String owner, int type) {
    return Objects.requireNonNull(Objects.requireNonNull(zone.find(name(owner))).find(type))
        .additional();
  }

  private static Additional optional(String owner, RRset... rrsets) {
    return new Additional(name(owner), Arrays.asList(rrsets), false);
  }

  private static Additional required(String owner, RRset... rrsets) {
    return new Additional(name(owner), Arrays.asList(rrsets), true);
  }

  @Test
  void apexNameServersBringBothFamilies() {
    assertThat(of("example.com", RRType.NS))
        .containsExactly(
            optional("ns1.example.com", rrset("A", "192.0.2.1"), rrset("AAAA", "2001:db8::1")),
            optional("ns2.example.com", rrset("A", "192.0.2.2"), rrset("AAAA", "2001:db8::2")));
  }

  @Test
  void mxAndSrvBringBothFamiliesAndEachTargetOnce() {
    put(
        "example.com MX 10 mail.example.com",
        "example.com MX 20 MAIL.example.com",
        "_sip._tcp.example.com SRV 0 0 5060 mail.example.com",
        "mail.example.com A " + A,
        "mail.example.com AAAA " + AAAA);

    Additional mail = optional("mail.example.com", rrset("A", A), rrset("AAAA", AAAA));
    assertThat(of("example.com", RRType.MX)).containsExactly(mail);
    assertThat(of("_sip._tcp.example.com", RRType.SRV)).containsExactly(mail);
  }

  @Test
  void aTargetOutsideTheZoneOrWithoutAddressesBringsNothing() {
    put("example.com MX 10 mail.example.net", "example.com MX 20 missing.example.com");

    assertThat(of("example.com", RRType.MX)).isEmpty();
  }

  @Test
  void aTargetThatIsAnAliasBringsNothing() {
    put(
        "example.com MX 10 mail.example.com",
        "mail.example.com CNAME host.example.com",
        "host.example.com A " + A);

    assertThat(of("example.com", RRType.MX)).isEmpty();
  }

  @Test
  void glueBelowTheZoneCutIsRequired() {
    put("sub.example.com NS ns.sub.example.com", "ns.sub.example.com A " + A);

    assertThat(of("sub.example.com", RRType.NS))
        .containsExactly(required("ns.sub.example.com", rrset("A", A)));
  }

  @Test
  void siblingGlueAndApexAddressesAreBroughtButNotRequired() {
    put(
        "sub.example.com NS ns.other.example.com",
        "sub.example.com NS example.com",
        "other.example.com NS ns.other.example.com",
        "ns.other.example.com AAAA " + AAAA,
        "example.com A " + A);

    assertThat(of("sub.example.com", RRType.NS))
        .containsExactlyInAnyOrder(
            optional("example.com", rrset("A", A)),
            optional("ns.other.example.com", rrset("AAAA", AAAA)));
  }

  @Test
  void glueBelowADeeperOccludedCutOrDnameIsStillGlue() {
    put(
        "sub.example.com NS ns.x.sub.example.com",
        "x.sub.example.com NS elsewhere.test",
        "x.sub.example.com DNAME elsewhere.test",
        "ns.x.sub.example.com A " + A);

    assertThat(of("sub.example.com", RRType.NS))
        .containsExactly(required("ns.x.sub.example.com", rrset("A", A)));
  }

  @Test
  void aWildcardBelowAZoneCutGivesNoGlue() {
    put("sub.example.com NS ns.sub.example.com", "*.sub.example.com A " + A);

    assertThat(of("sub.example.com", RRType.NS)).isEmpty();
  }

  @Test
  void onlyReferralsBringDataThatIsNotAuthoritative() {
    put(
        "example.com MX 10 mail.sub.example.com",
        "sub.example.com NS mail.sub.example.com",
        "mail.sub.example.com A " + A);

    assertThat(of("example.com", RRType.MX)).isEmpty();
    assertThat(of("sub.example.com", RRType.NS)).hasSize(1);
  }

  @Test
  void dataBelowADnameIsNotBrought() {
    put(
        "example.com MX 10 mail.old.example.com",
        "old.example.com DNAME new.example.com",
        "mail.old.example.com A " + A);

    assertThat(of("example.com", RRType.MX)).isEmpty();
    remove("old.example.com", RRType.DNAME);
    assertThat(of("example.com", RRType.MX)).hasSize(1);
  }

  @Test
  void aWildcardStandsForAMissingTarget() {
    put("example.com MX 10 mail.any.example.com", "*.any.example.com AAAA " + AAAA);

    assertThat(of("example.com", RRType.MX))
        .containsExactly(optional("mail.any.example.com", rrset("AAAA", AAAA)));
    remove("*.any.example.com", RRType.AAAA);
    assertThat(of("example.com", RRType.MX)).isEmpty();
  }

  @Test
  void aCloserEncloserBlocksTheWildcardAsSoonAsItExists() {
    put("example.com MX 10 mail.blocked.example.com", "*.example.com A " + A);
    assertThat(of("example.com", RRType.MX)).hasSize(1);

    put("x.y.blocked.example.com TXT text");
    assertThat(of("example.com", RRType.MX)).isEmpty();

    remove("x.y.blocked.example.com", RRType.TXT);
    assertThat(of("example.com", RRType.MX)).hasSize(1);
  }

  @Test
  void addressesThatChangeReachAllThatPointAtThem() {
    put(
        "a.example.com MX 10 mail.example.com",
        "b.example.com SRV 0 0 1 mail.example.com",
        "mail.example.com A " + A);
    Zone before = zone;

    put("mail.example.com A 192.0.2.99");

    Additional changed = optional("mail.example.com", rrset("A", "192.0.2.99"));
    assertThat(of("a.example.com", RRType.MX)).containsExactly(changed);
    assertThat(of("b.example.com", RRType.SRV)).containsExactly(changed);
    zone = before;
    assertThat(of("a.example.com", RRType.MX))
        .as("the version before is as it was")
        .containsExactly(optional("mail.example.com", rrset("A", A)));
  }

  @Test
  void aZoneCutAboveATargetTakesItsAddressesAway() {
    put("example.com MX 10 mail.sub.example.com", "mail.sub.example.com A " + A);
    assertThat(of("example.com", RRType.MX)).hasSize(1);

    put("sub.example.com NS ns.example.net");
    assertThat(of("example.com", RRType.MX)).isEmpty();

    remove("sub.example.com", RRType.NS);
    assertThat(of("example.com", RRType.MX)).hasSize(1);
  }

  @Test
  void anRRsetOfMoreThanThirteenRecordsBringsNothing() {
    put("mail.example.com A " + A);
    put(lines(13, "mail.example.com"));
    assertThat(of("example.com", RRType.MX)).hasSize(1);

    put(lines(14, "mail.example.com"));
    assertThat(of("example.com", RRType.MX)).isEmpty();
  }

  private static String[] lines(int count, String target) {
    return IntStream.range(0, count)
        .mapToObj(preference -> "example.com MX " + preference + " " + target)
        .toArray(String[]::new);
  }

  @Test
  void glueThatAReferralNeedsComesFromAnyNumberOfNameServers() {
    put(
        IntStream.range(0, 14)
            .mapToObj(i -> "sub.example.com NS ns" + i + ".sub.example.com")
            .toArray(String[]::new));
    put("ns3.sub.example.com A " + A);

    assertThat(of("sub.example.com", RRType.NS))
        .containsExactly(required("ns3.sub.example.com", rrset("A", A)));
  }

  @Test
  void aServiceBindingOfItsOwnerBringsTheOwnersAddresses() {
    put("www.example.com HTTPS 1 .", "www.example.com A " + A);

    assertThat(of("www.example.com", RRType.HTTPS))
        .containsExactly(optional("www.example.com", rrset("A", A)));
  }

  @Test
  void aServiceBindingAliasBringsTheBindingsOfItsTargetToo() {
    put(
        "www.example.com HTTPS 1 pool.example.com",
        "www.example.com A " + A,
        "pool.example.com A 192.0.2.7");
    put("example.com HTTPS 0 www.example.com");

    List<Additional> found = of("example.com", RRType.HTTPS);

    assertThat(found)
        .containsExactly(
            optional("www.example.com", rrset("A", A), rrset("HTTPS", "1 pool.example.com")));
    assertThat(found.getFirst().rrsets().getLast().additionalCount())
        .as("an additional RRset keeps no others alive")
        .isZero();
  }

  @Test
  void anAliasToTheRootMeansThatThereIsNoService() {
    put("www.example.com HTTPS 0 .", "www.example.com A " + A);

    assertThat(of("www.example.com", RRType.HTTPS)).isEmpty();
  }

  @Test
  void anRRsetTakenFromAnotherZoneForgetsWhatItBroughtThere() {
    put("example.com MX 10 mail.example.com", "mail.example.com A " + A);
    RRset mx = Objects.requireNonNull(zone.apexNode().find(RRType.MX));
    zone = ZoneData.zone("example.com", ZoneData.APEX_LINES).edit().put(zone.apex(), mx).commit();

    assertThat(of("example.com", RRType.MX)).isEmpty();
  }

  @Test
  void whatPointsAtATargetNoLongerIsNotRefreshed() {
    put("a.example.com MX 10 mail.example.com", "mail.example.com A " + A);
    put("a.example.com MX 10 mail.example.net");
    put("mail.example.com A 192.0.2.99");

    assertThat(of("a.example.com", RRType.MX)).isEmpty();
  }
}
