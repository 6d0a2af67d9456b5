package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.NameText;
import io.zonewright.zone.compile.rdata.RdataBuilder;
import io.zonewright.zone.compile.rdata.SvcParam;
import io.zonewright.zone.compile.rdata.SvcParams;
import java.util.ArrayList;
import java.util.List;

/** Reads the service bindings of SVCB and HTTPS (RFC 9460). */
final class SvcbReader {
  private static final int MAX = 32;
  private static final int MAX_PARAMS = 16;

  private final String field;
  private final int type;
  private final Findings findings;
  private final List<TypedRdata> read;

  SvcbReader(String field, String type, Findings findings, List<TypedRdata> read) {
    this.field = field;
    this.type = type.equals("SVCB") ? RRType.SVCB : RRType.HTTPS;
    this.findings = findings;
    this.read = read;
  }

  void read(RecordData.Svcb data) {
    List<RecordData.Svcb.Binding> bindings = data.bindings();
    findings.listSize(field, bindings, MAX);
    findings.distinct(field, bindings.stream().map(b -> b.priority() + " " + b.target()).toList());
    for (int i = 0; i < bindings.size(); i++) {
      read(field + "[" + i + "]", bindings.get(i));
    }
  }

  private void read(String where, RecordData.Svcb.Binding binding) {
    findings.number(where + ".priority", "a priority", binding.priority(), 0xffff);
    DomainName target = findings.take(where + ".target", NameText.absolute(binding.target()));
    List<SvcParam> params = params(where + ".params", binding.params());
    if (params.size() == binding.params().size()) {
      String problem = SvcParams.problem(binding.priority(), params);
      if (problem != null) {
        findings.invalid(where + ".params", problem);
      }
    }
    if (target != null) {
      RdataBuilder out = new RdataBuilder().u16(binding.priority()).name(target);
      read.add(new TypedRdata(type, SvcParams.append(params, out).build()));
    }
  }

  private List<SvcParam> params(String where, List<RecordData.Svcb.Param> params) {
    if (params.size() > MAX_PARAMS) {
      findings.listSize(where, params, MAX_PARAMS);
    }
    List<SvcParam> good = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      RecordData.Svcb.Param param = params.get(i);
      String value = param.value();
      String at = where + "[" + i + "]";
      findings.length(at + ".value", value == null ? "" : value, 1024);
      SvcParam parsed = findings.take(at, SvcParam.parse(param.key(), value));
      if (parsed != null) {
        good.add(parsed);
      }
    }
    return good;
  }
}
