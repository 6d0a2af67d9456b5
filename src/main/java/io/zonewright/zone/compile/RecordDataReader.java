package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.NameText;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataBuilder;
import io.zonewright.zone.compile.rdata.RdataRules;
import io.zonewright.zone.compile.rdata.RdataText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the data field of one record set into record data, and notes each fault with its field. */
final class RecordDataReader {
  private static final int U8 = 0xff;
  private static final int U16 = 0xffff;

  private final String field;
  private final String type;
  private final Findings findings;
  private final List<TypedRdata> read = new ArrayList<>();

  private RecordDataReader(RecordSetSource source, Findings findings) {
    this.field = "spec." + source.data().field();
    this.type = source.type();
    this.findings = findings;
  }

  /** All records that can be read; there may be fewer than in the field if there are findings. */
  static List<TypedRdata> read(RecordSetSource source, Findings findings) {
    RecordDataReader reader = new RecordDataReader(source, findings);
    reader.read(source.data());
    return reader.read;
  }

  private void read(RecordData data) {
    switch (data) {
      case RecordData.Addresses a -> new AddressesReader(field, type, findings, read).read(a);
      case RecordData.Cname c -> target(RRType.CNAME, field, c.target());
      case RecordData.Ns ns -> targets(RRType.NS, ns.targets());
      case RecordData.Ptr ptr -> targets(RRType.PTR, ptr.targets());
      case RecordData.Mx mx -> exchanges(mx.exchanges());
      case RecordData.Txt txt -> texts(txt.texts());
      case RecordData.Srv srv -> services(srv.services());
      case RecordData.Caa caa -> properties(caa.properties());
      case RecordData.Svcb svcb -> new SvcbReader(field, type, findings, read).read(svcb);
      case RecordData.Tlsa tlsa -> associations(tlsa.associations());
      case RecordData.Rdata rdata -> presentation(rdata.rdata());
    }
  }

  private <T> void list(List<T> items, int max, Function<T, @Nullable String> key) {
    findings.listSize(field, items, max);
    List<String> keys = new ArrayList<>();
    for (T item : items) {
      String text = key.apply(item);
      keys.add(text == null ? "" : text);
    }
    findings.distinct(field, keys);
  }

  private String at(int index) {
    return field + "[" + index + "]";
  }

  private @Nullable DomainName name(String where, String text) {
    return findings.take(where, NameText.absolute(text));
  }

  private void target(int number, String where, String text) {
    DomainName name = name(where, text);
    if (name != null) {
      read.add(new TypedRdata(number, new RdataBuilder().name(name).build()));
    }
  }

  private void targets(int number, List<String> names) {
    list(names, 32, Function.identity());
    for (int i = 0; i < names.size(); i++) {
      target(number, at(i), names.get(i));
    }
  }

  private void exchanges(List<RecordData.Mx.Exchange> exchanges) {
    list(exchanges, 64, e -> e.preference() + " " + e.exchange());
    for (int i = 0; i < exchanges.size(); i++) {
      RecordData.Mx.Exchange mx = exchanges.get(i);
      findings.number(at(i) + ".preference", "a preference", mx.preference(), U16);
      DomainName name = name(at(i) + ".exchange", mx.exchange());
      if (name != null) {
        add(RRType.MX, new RdataBuilder().u16(mx.preference()).name(name));
      }
    }
  }

  private void services(List<RecordData.Srv.Service> services) {
    list(services, 128, s -> s.priority() + " " + s.weight() + " " + s.port() + " " + s.target());
    for (int i = 0; i < services.size(); i++) {
      RecordData.Srv.Service srv = services.get(i);
      findings.number(at(i) + ".priority", "a priority", srv.priority(), U16);
      findings.number(at(i) + ".weight", "a weight", srv.weight(), U16);
      findings.number(at(i) + ".port", "a port", srv.port(), U16);
      DomainName name = name(at(i) + ".target", srv.target());
      if (name != null) {
        RdataBuilder out = new RdataBuilder().u16(srv.priority()).u16(srv.weight());
        add(RRType.SRV, out.u16(srv.port()).name(name));
      }
    }
  }

  private void texts(List<String> texts) {
    list(texts, 64, Function.identity());
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      findings.length(at(i), text, 4096);
      if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
        findings.invalid(
            at(i), "write the text itself without quotes: the server quotes and splits it");
      }
      add(RRType.TXT, new RdataBuilder().strings(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void properties(List<RecordData.Caa.Property> properties) {
    list(properties, 64, p -> p.flags() + " " + p.tag() + " " + p.value());
    for (int i = 0; i < properties.size(); i++) {
      RecordData.Caa.Property caa = properties.get(i);
      findings.number(at(i) + ".flags", "a number for flags", caa.flags(), U8);
      findings.length(at(i) + ".value", caa.value(), 1024);
      if (!caa.tag().matches("[a-z0-9]{1,15}")) {
        findings.invalid(
            at(i) + ".tag",
            "'"
                + caa.tag()
                + "' is not 1 to 15 lower case letters and digits; write for example"
                + " 'issue'");
      } else {
        RdataBuilder out = new RdataBuilder().u8(caa.flags());
        out.string(caa.tag().getBytes(StandardCharsets.US_ASCII));
        add(RRType.CAA, out.octets(caa.value().getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private void associations(List<RecordData.Tlsa.Association> associations) {
    findings.listSize(field, associations, 32);
    for (int i = 0; i < associations.size(); i++) {
      RecordData.Tlsa.Association tlsa = associations.get(i);
      findings.number(at(i) + ".usage", "a usage", tlsa.usage(), U8);
      findings.number(at(i) + ".selector", "a selector", tlsa.selector(), U8);
      findings.number(at(i) + ".matchingType", "a matching type", tlsa.matchingType(), U8);
      findings.length(at(i) + ".data", tlsa.data(), 8192);
      association(at(i) + ".data", tlsa);
    }
  }

  private void association(String where, RecordData.Tlsa.Association tlsa) {
    if (!tlsa.data().matches("(?:[0-9a-f]{2})++")) {
      findings.invalid(
          where,
          "the data must be an even number of lower case hexadecimal digits, such as '0b9f'");
      return;
    }
    RdataBuilder out = new RdataBuilder().u8(tlsa.usage()).u8(tlsa.selector());
    Rdata rdata = out.u8(tlsa.matchingType()).octets(HexFormat.of().parseHex(tlsa.data())).build();
    String problem = RdataRules.problem(RRType.TLSA, rdata);
    if (problem != null) {
      findings.invalid(where, problem);
    }
    read.add(new TypedRdata(RRType.TLSA, rdata));
  }

  private void presentation(List<String> texts) {
    list(texts, 256, Function.identity());
    int number = RRType.parse(type).orElse(0);
    boolean readable = RecordTypeRule.isData(number);
    for (int i = 0; i < texts.size(); i++) {
      findings.length(at(i), texts.get(i), 8192);
      Rdata rdata = readable ? findings.take(at(i), RdataText.read(number, texts.get(i))) : null;
      if (rdata != null) {
        read.add(new TypedRdata(number, rdata));
      }
    }
  }

  private void add(int number, RdataBuilder data) {
    read.add(new TypedRdata(number, data.build()));
  }
}
