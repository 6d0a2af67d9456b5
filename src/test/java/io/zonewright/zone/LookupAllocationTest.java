package io.zonewright.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupAllocationTest {
  private static final int WARM_UP = 20_000;
  private static final int MEASURED = 10_000;

  private final Zone zone =
      ZoneData.put(Zone.empty(DomainName.parse("example.com")).edit(), ZoneData.APEX_LINES)
          .put(DomainName.parse("www.example.com"), ZoneData.rrset("A", "192.0.2.3"))
          .put(DomainName.parse("*.w.example.com"), ZoneData.rrset("A", "192.0.2.3"))
          .put(DomainName.parse("alias.example.com"), ZoneData.rrset("CNAME", "www.example.com"))
          .put(DomainName.parse("old.example.com"), ZoneData.rrset("DNAME", "new.example.com"))
          .put(DomainName.parse("sub.example.com"), ZoneData.rrset("NS", "ns.sub.example.com"))
          .put(DomainName.parse("ns.sub.example.com"), ZoneData.rrset("A", "192.0.2.4"))
          .commit();

  @Test
  void noOutcomeAllocates() {
    for (String asked :
        List.of(
            "example.com",
            "WWW.example.com",
            "a.b.w.example.com",
            "alias.example.com",
            "x.old.example.com",
            "x.y.sub.example.com",
            "w.example.com",
            "missing.example.com",
            "a.b.c.d.e.f.missing.example.com")) {
      NameBuffer name = new NameBuffer();
      name.set(DomainName.parse(asked));
      Lookup lookup = new Lookup();
      ask(name, lookup, WARM_UP);
      // The compiler may give an object that it had kept in registers its memory after all, once.
      assertThat(AllocatedBytes.during(() -> ask(name, lookup, MEASURED)))
          .as(asked)
          .isLessThan(MEASURED / 100);
    }
  }

  private void ask(NameBuffer name, Lookup lookup, int times) {
    for (int i = 0; i < times; i++) {
      zone.lookup(name, RRType.A, lookup);
    }
  }
}
