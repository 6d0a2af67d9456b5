package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the description of one zone in itself. Pure: knows no other zone and no record set. */
public final class ZoneSourceCompiler {
  private ZoneSourceCompiler() {}

  /** What compiling gave. */
  public sealed interface Result {
    /** The description is valid. */
    record Valid(CompiledZone zone) implements Result {}

    /** It is not; at least one finding. */
    record Invalid(List<Finding> findings) implements Result {}
  }

  /** Compiles the description of a zone. */
  public static Result compile(ZoneSource source) {
    try {
      return check(source);
    } catch (RuntimeException | StackOverflowError fault) {
      return new Result.Invalid(List.of(Fault.in("DnsZone " + source.id(), fault)));
    }
  }

  private static Result check(ZoneSource source) {
    Findings findings = new Findings();
    DomainName apex = ZoneNameRule.read(source.zoneName(), findings);
    TtlRule.check("spec.defaultTtl", source.defaultTtl(), findings);
    SoaRule.checkNumbers(source.soa(), findings);
    int ttl = Math.max(source.defaultTtl(), 0);
    NameServersReader servers = new NameServersReader(apex, ttl, findings);
    servers.read(source.nameServers());
    DomainName primary = primary(source.soa(), servers.first(), findings);
    DomainName mailbox = mailbox(source.soa(), apex, findings);
    if (!findings.isEmpty() || apex == null || primary == null || mailbox == null) {
      return new Result.Invalid(findings.toList());
    }
    SoaTemplate soa = soa(source.soa(), ttl, primary, mailbox);
    return new Result.Valid(
        new CompiledZone(
            source.generation(),
            apex,
            ttl,
            soa,
            servers.apexNs(),
            servers.addresses(),
            source.siblingAddresses()));
  }

  private static @Nullable DomainName primary(
      ZoneSource.Soa soa, @Nullable DomainName first, Findings findings) {
    String primary = soa.primary();
    return primary == null ? first : SoaRule.primary(primary, findings);
  }

  private static @Nullable DomainName mailbox(
      ZoneSource.Soa soa, @Nullable DomainName apex, Findings findings) {
    String mailbox = soa.mailbox();
    if (mailbox == null) {
      return apex == null ? null : SoaRule.hostmaster(apex, findings);
    }
    return SoaRule.mailbox(mailbox, findings);
  }

  private static SoaTemplate soa(
      ZoneSource.Soa soa, int ttl, DomainName primary, DomainName mailbox) {
    return new SoaTemplate(
        ttl,
        primary,
        mailbox,
        soa.refresh(),
        soa.retry(),
        soa.expire(),
        soa.negativeTtl(),
        Serial.of(soa.minimumSerial()));
  }
}
