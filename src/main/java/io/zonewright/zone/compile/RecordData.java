package io.zonewright.zone.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a record set, one shape per field of {@code DnsRecordSet.spec}. Lists keep the order
 * of the resource, so that a finding can name the index.
 */
public sealed interface RecordData {
  /** The name of the field in {@code spec}, such as {@code addresses}. */
  String field();

  /** IPv4 and IPv6 addresses, for the types A, AAAA and A+AAAA. */
  record Addresses(List<String> addresses) implements RecordData {
    @Override
    public String field() {
      return "addresses";
    }
  }

  /** The one target of a CNAME, absolute. */
  record Cname(String target) implements RecordData {
    @Override
    public String field() {
      return "cname";
    }
  }

  /** Absolute names of name servers of a delegation. */
  record Ns(List<String> targets) implements RecordData {
    @Override
    public String field() {
      return "ns";
    }
  }

  /** Absolute names. */
  record Ptr(List<String> targets) implements RecordData {
    @Override
    public String field() {
      return "ptr";
    }
  }

  /** Mail exchanges. */
  record Mx(List<Exchange> exchanges) implements RecordData {
    @Override
    public String field() {
      return "mx";
    }

    /** One mail exchange; {@code exchange} is absolute. */
    public record Exchange(int preference, String exchange) {}
  }

  /** Raw texts, neither quoted nor split; encoded as UTF-8. */
  record Txt(List<String> texts) implements RecordData {
    @Override
    public String field() {
      return "txt";
    }
  }

  /** Service locations (RFC 2782). */
  record Srv(List<Service> services) implements RecordData {
    @Override
    public String field() {
      return "srv";
    }

    /** One location; {@code target} is absolute. */
    public record Service(int priority, int weight, int port, String target) {}
  }

  /** Certification authority authorizations (RFC 8659). */
  record Caa(List<Property> properties) implements RecordData {
    @Override
    public String field() {
      return "caa";
    }

    /** One property; {@code value} is raw text. */
    public record Property(int flags, String tag, String value) {}
  }

  /** Service bindings (RFC 9460), for the types SVCB and HTTPS. */
  record Svcb(List<Binding> bindings) implements RecordData {
    @Override
    public String field() {
      return "svcb";
    }

    /** One binding; {@code target} is absolute, {@code .} for the owner itself. */
    public record Binding(int priority, String target, List<Param> params) {}

    /** One parameter; {@code value} is null for a key that takes none. */
    public record Param(String key, @Nullable String value) {}
  }

  /** TLS certificate associations (RFC 6698). */
  record Tlsa(List<Association> associations) implements RecordData {
    @Override
    public String field() {
      return "tlsa";
    }

    /** One association; {@code data} is hexadecimal. */
    public record Association(int usage, int selector, int matchingType, String data) {}
  }

  /** Presentation form of any type, RFC 3597 section 5 included; names within it absolute. */
  record Rdata(List<String> rdata) implements RecordData {
    @Override
    public String field() {
      return "rdata";
    }
  }
}
