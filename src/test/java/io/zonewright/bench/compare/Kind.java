package io.zonewright.bench.compare;

import io.zonewright.testing.DnsClient;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** What is asked of {@link BenchZone}. */
public enum Kind {
  /** A name that there is. */
  HIT(Rcode.NOERROR, true, 1) {
    @Override
    public Message query(int names, RandomGenerator random) {
      String type = random.nextBoolean() ? "A" : "AAAA";
      return DnsClient.query("host" + random.nextInt(names) + BenchZone.BELOW, type);
    }
  },
  /** A name that there is not. */
  NXDOMAIN(Rcode.NXDOMAIN, true, 0) {
    @Override
    public Message query(int names, RandomGenerator random) {
      return DnsClient.query("absent" + random.nextInt(1 << 30) + BenchZone.BELOW, "A");
    }
  },
  /** A name below a zone cut. */
  REFERRAL(Rcode.NOERROR, false, 0) {
    @Override
    public Message query(int names, RandomGenerator random) {
      String cut = ".cut" + random.nextInt(BenchZone.DELEGATIONS);
      return DnsClient.query("www" + random.nextInt(1 << 20) + cut + BenchZone.BELOW, "A");
    }
  },
  /** A name that a wildcard makes up. */
  WILDCARD(Rcode.NOERROR, true, 1) {
    @Override
    public Message query(int names, RandomGenerator random) {
      return DnsClient.query("any" + random.nextInt(1 << 30) + ".wild" + BenchZone.BELOW, "A");
    }
  },
  /** The mail exchange of the apex, whose addresses are in the additional section. */
  MX(Rcode.NOERROR, true, 1) {
    @Override
    public Message query(int names, RandomGenerator random) {
      return DnsClient.query(BenchZone.APEX, "MX");
    }
  };

  private final int rcode;
  private final boolean authoritative;
  private final int answers;

  Kind(int rcode, boolean authoritative, int answers) {
    this.rcode = rcode;
    this.authoritative = authoritative;
    this.answers = answers;
  }

  /** A query of this kind, put to a zone of so many names. */
  public abstract Message query(int names, RandomGenerator random);

  int rcode() {
    return rcode;
  }

  boolean isAnsweredBy(Message response) {
    return response.getRcode() == rcode
        && response.getHeader().getFlag(Flags.AA) == authoritative
        && response.getSection(Section.ANSWER).size() == answers;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
