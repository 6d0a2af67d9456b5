package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write record sets in tests. */
final class SampleRecordSets {
  static final DomainName APEX = DomainName.parse("contoso.com.");

  private SampleRecordSets() {}

  static RecordSetSource source(String name, String type, @Nullable Integer ttl, RecordData data) {
    Age age = new Age(Instant.EPOCH, new SourceId("apps", "record"));
    return new RecordSetSource(age, 3, "zone", name, type, ttl, data);
  }

  static RecordSetSource addresses(String name, String type, String... addresses) {
    return source(name, type, null, new RecordData.Addresses(List.of(addresses)));
  }

  static RecordSetSource rdata(String name, String type, String... rdata) {
    return source(name, type, null, new RecordData.Rdata(List.of(rdata)));
  }

  static RecordSetSource txt(String... texts) {
    return source("www", "TXT", null, new RecordData.Txt(List.of(texts)));
  }

  static RecordSetSource mx(RecordData.Mx.Exchange... exchanges) {
    return source("@", "MX", null, new RecordData.Mx(List.of(exchanges)));
  }

  static RecordSetSource https(int priority, String target, RecordData.Svcb.Param... params) {
    return source(
        "www",
        "HTTPS",
        null,
        new RecordData.Svcb(
            List.of(new RecordData.Svcb.Binding(priority, target, List.of(params)))));
  }

  static RecordData.Svcb.Param param(String key, @Nullable String value) {
    return new RecordData.Svcb.Param(key, value);
  }

  static RecordSetCompiler.Result compile(RecordSetSource source) {
    return RecordSetCompiler.compile(source, APEX, 3600);
  }

  static CompiledRecordSet valid(RecordSetSource source) {
    return valid(compile(source));
  }

  static CompiledRecordSet valid(RecordSetCompiler.Result result) {
    return switch (result) {
      case RecordSetCompiler.Result.Valid valid -> valid.recordSet();
      case RecordSetCompiler.Result.Invalid invalid ->
          throw new AssertionError(invalid.findings().toString());
    };
  }

  static List<Finding> findings(RecordSetSource source) {
    return switch (compile(source)) {
      case RecordSetCompiler.Result.Valid valid ->
          throw new AssertionError("valid: " + valid.recordSet().presentation());
      case RecordSetCompiler.Result.Invalid invalid -> invalid.findings();
    };
  }
}
