package io.zonewright.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a zone says of a name and type, by the rules of RFC 1034, 4592 and 6672. */
class ZoneLookupTest {
  private static final Zone ZONE =
      ZoneData.put(Zone.empty(DomainName.parse("example.com")).edit(), ZoneData.APEX_LINES)
          .put(
              DomainName.parse("*.sub.example.com"), // occluded by the cut above it
              ZoneData.rrset("A", "192.0.2.66"))
          .commit();
  private static final Zone FULL =
      ZoneData.put(
              ZONE.edit(),
              "www.example.com A 192.0.2.3",
              "alias.example.com CNAME www.example.com",
              "old.example.com DNAME new.example.com",
              "old.example.com TXT here",
              "hidden.old.example.com A 192.0.2.4",
              "sub.example.com NS ns.sub.example.com",
              "sub.example.com DS digest",
              "ns.sub.example.com A 192.0.2.5",
              "deep.sub.example.com NS ns.example.net",
              "dn.sub.example.com DNAME example.net",
              "bare.example.com NS ns.example.net",
              "leaf.a.ent.example.com A 192.0.2.6",
              "*.wild.example.com A 192.0.2.7",
              "*.wild.example.com NS ns.example.net",
              "x.blocker.wild.example.com TXT text",
              "*.calias.example.com CNAME www.example.com",
              "sub.*.starent.example.com TXT text",
              "*.wdname.example.com DNAME example.net")
          .commit();

  private static void assertFound(
      String name, String type, Outcome outcome, String node, @Nullable String rrset) {
    Lookup found = ZoneData.lookup(FULL, name, type);
    assertThat(found.outcome()).as("outcome of %s %s", name, type).isEqualTo(outcome);
    assertThat(found.node().owner()).isEqualTo(DomainName.parse(node));
    RRset expected =
        rrset == null
            ? null
            : found.node().find(io.zonewright.dns.RRType.parse(rrset).orElseThrow());
    assertThat(found.rrset()).isSameAs(expected);
    assertThat(rrset == null).isEqualTo(found.rrset() == null);
  }

  private static boolean isSynthesized(String name, String type) {
    return ZoneData.lookup(FULL, name, type).isSynthesized();
  }

  @Test
  void aNameWithTheTypeAnswersInAnyCase() {
    assertFound("WWW.Example.COM", "A", Outcome.ANSWER, "www.example.com", "A");
    assertThat(isSynthesized("www.example.com", "A")).isFalse();
  }

  @Test
  void theApexAnswersWithItsNameServersAndIsNoReferral() {
    assertFound("example.com", "NS", Outcome.ANSWER, "example.com", "NS");
    assertFound("example.com", "SOA", Outcome.ANSWER, "example.com", "SOA");
    assertFound("example.com", "DS", Outcome.NODATA, "example.com", null);
  }

  @Test
  void aNameWithoutTheTypeIsNodata() {
    assertFound("www.example.com", "AAAA", Outcome.NODATA, "www.example.com", null);
  }

  @Test
  void aMissingNameIsNxdomainAtItsClosestEncloser() {
    assertFound("x.y.www.example.com", "A", Outcome.NXDOMAIN, "www.example.com", null);
    assertFound("missing.example.com", "A", Outcome.NXDOMAIN, "example.com", null);
  }

  @Test
  void anEmptyNonTerminalIsNodataForEveryType() {
    for (String type : new String[] {"A", "ANY", "NS", "DS", "CNAME"}) {
      assertFound("ent.example.com", type, Outcome.NODATA, "ent.example.com", null);
      assertFound("a.ent.example.com", type, Outcome.NODATA, "a.ent.example.com", null);
    }
  }

  @Test
  void anyFindsTheNodeAlone() {
    assertFound("www.example.com", "ANY", Outcome.ANSWER, "www.example.com", null);
    assertFound("alias.example.com", "ANY", Outcome.ANSWER, "alias.example.com", null);
  }

  @Test
  void anAliasStandsForOtherTypesButAnswersForItself() {
    assertFound("alias.example.com", "A", Outcome.CNAME, "alias.example.com", "CNAME");
    assertFound("alias.example.com", "CNAME", Outcome.ANSWER, "alias.example.com", "CNAME");
    assertFound("alias.example.com", "RRSIG", Outcome.CNAME, "alias.example.com", "CNAME");
    assertFound("alias.example.com", "NSEC", Outcome.CNAME, "alias.example.com", "CNAME");
  }

  @Test
  void aDnameAppliesBelowItsOwnerAndNeverAtIt() {
    assertFound("x.old.example.com", "A", Outcome.DNAME, "old.example.com", "DNAME");
    assertFound("x.old.example.com", "CNAME", Outcome.DNAME, "old.example.com", "DNAME");
    assertFound("hidden.old.example.com", "A", Outcome.DNAME, "old.example.com", "DNAME");
    assertFound("old.example.com", "A", Outcome.NODATA, "old.example.com", null);
    assertFound("old.example.com", "DNAME", Outcome.ANSWER, "old.example.com", "DNAME");
    assertFound("old.example.com", "TXT", Outcome.ANSWER, "old.example.com", "TXT");
  }

  @Test
  void atAndBelowAZoneCutEverythingIsAReferral() {
    for (String name : new String[] {"sub", "ns.sub", "x.y.sub", "deep.sub", "x.dn.sub"}) {
      for (String type : new String[] {"A", "NS", "ANY", "CNAME"}) {
        assertFound(name + ".example.com", type, Outcome.REFERRAL, "sub.example.com", "NS");
      }
    }
    assertFound("x.sub.example.com", "DS", Outcome.REFERRAL, "sub.example.com", "NS");
  }

  @Test
  void dsAtTheCutIsAnsweredByTheParentSide() {
    assertFound("sub.example.com", "DS", Outcome.ANSWER, "sub.example.com", "DS");
    assertFound("bare.example.com", "DS", Outcome.NODATA, "bare.example.com", null);
  }

  @Test
  void aWildcardStandsForNamesSeveralLabelsDeep() {
    assertFound("a.b.c.wild.example.com", "A", Outcome.ANSWER, "*.wild.example.com", "A");
    assertThat(isSynthesized("a.b.c.wild.example.com", "A")).isTrue();
  }

  @Test
  void aWildcardWithoutTheTypeIsNodata() {
    assertFound("a.wild.example.com", "TXT", Outcome.NODATA, "*.wild.example.com", null);
    assertThat(isSynthesized("a.wild.example.com", "TXT")).isTrue();
  }

  @Test
  void aWildcardIsBlockedByAnExistingCloserEncloser() {
    assertFound(
        "y.blocker.wild.example.com", "A", Outcome.NXDOMAIN, "blocker.wild.example.com", null);
    assertFound("blocker.wild.example.com", "A", Outcome.NODATA, "blocker.wild.example.com", null);
  }

  @Test
  void theWildcardItselfIsAnOrdinaryName() {
    assertFound("*.wild.example.com", "A", Outcome.ANSWER, "*.wild.example.com", "A");
    assertThat(isSynthesized("*.wild.example.com", "A")).isFalse();
    assertFound("x.*.wild.example.com", "A", Outcome.NXDOMAIN, "*.wild.example.com", null);
  }

  @Test
  void aWildcardWithNameServersIsNoZoneCut() {
    assertFound("a.wild.example.com", "NS", Outcome.ANSWER, "*.wild.example.com", "NS");
    assertFound("*.wild.example.com", "NS", Outcome.ANSWER, "*.wild.example.com", "NS");
  }

  @Test
  void aWildcardAliasStandsForTheName() {
    assertFound("a.calias.example.com", "A", Outcome.CNAME, "*.calias.example.com", "CNAME");
    assertFound("a.calias.example.com", "CNAME", Outcome.ANSWER, "*.calias.example.com", "CNAME");
    assertThat(isSynthesized("a.calias.example.com", "A")).isTrue();
  }

  @Test
  void aWildcardThatIsAnEmptyNonTerminalGivesNodata() {
    assertFound("x.starent.example.com", "A", Outcome.NODATA, "*.starent.example.com", null);
    assertThat(isSynthesized("x.starent.example.com", "A")).isTrue();
  }

  @Test
  void aWildcardDnameIsOrdinaryDataForTheNamesItStandsFor() {
    assertFound("x.wdname.example.com", "A", Outcome.NODATA, "*.wdname.example.com", null);
    assertFound("x.wdname.example.com", "DNAME", Outcome.ANSWER, "*.wdname.example.com", "DNAME");
    assertFound("x.*.wdname.example.com", "A", Outcome.DNAME, "*.wdname.example.com", "DNAME");
  }

  @Test
  void theRootCanBeAZone() {
    Zone root =
        ZoneData.zone(
            ".", ". SOA a.test b.test 1 2 3 4 5", "test NS ns.test", "www.org A 192.0.2.1");

    assertThat(ZoneData.lookup(root, ".", "SOA").outcome()).isEqualTo(Outcome.ANSWER);
    assertThat(ZoneData.lookup(root, "x.test", "A").outcome()).isEqualTo(Outcome.REFERRAL);
    assertThat(ZoneData.lookup(root, "www.org", "A").outcome()).isEqualTo(Outcome.ANSWER);
    assertThat(ZoneData.lookup(root, "org", "A").outcome()).isEqualTo(Outcome.NODATA);
    assertThat(ZoneData.lookup(root, "net", "A").outcome()).isEqualTo(Outcome.NXDOMAIN);
  }
}
