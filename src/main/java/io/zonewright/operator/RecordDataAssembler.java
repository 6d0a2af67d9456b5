package io.zonewright.operator;

import io.zonewright.api.v1alpha1.DnsRecordSetSpec;
import io.zonewright.api.v1alpha1.SvcbEntry;
import io.zonewright.zone.compile.RecordData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Picks the one data field that a record set holds. The schema sees to it that there is exactly
 * one; of manifests that no API server has checked the first in the order of the schema counts, and
 * none is an empty list of rdata, which the compiler refuses.
 */
final class RecordDataAssembler {
  private RecordDataAssembler() {}

  static RecordData data(DnsRecordSetSpec spec) {
    List<RecordData> present = new ArrayList<>(1);
    add(present, spec.addresses(), RecordData.Addresses::new);
    add(present, spec.cname(), RecordData.Cname::new);
    add(present, spec.ns(), RecordData.Ns::new);
    add(present, spec.ptr(), RecordData.Ptr::new);
    add(present, spec.txt(), RecordData.Txt::new);
    add(present, spec.rdata(), RecordData.Rdata::new);
    addStructured(present, spec);
    return present.isEmpty() ? new RecordData.Rdata(List.of()) : present.getFirst();
  }

  private static void addStructured(List<RecordData> present, DnsRecordSetSpec spec) {
    addEach(
        present,
        spec.mx(),
        mx -> new RecordData.Mx.Exchange(mx.preference(), mx.exchange()),
        RecordData.Mx::new);
    addEach(
        present,
        spec.srv(),
        srv -> new RecordData.Srv.Service(srv.priority(), srv.weight(), srv.port(), srv.target()),
        RecordData.Srv::new);
    addEach(
        present,
        spec.caa(),
        caa -> new RecordData.Caa.Property(caa.flags(), caa.tag(), caa.value()),
        RecordData.Caa::new);
    addEach(present, spec.svcb(), RecordDataAssembler::binding, RecordData.Svcb::new);
    addEach(
        present,
        spec.tlsa(),
        tlsa ->
            new RecordData.Tlsa.Association(
                tlsa.usage(), tlsa.selector(), tlsa.matchingType(), tlsa.data()),
        RecordData.Tlsa::new);
  }

  private static RecordData.Svcb.Binding binding(SvcbEntry entry) {
    return new RecordData.Svcb.Binding(
        entry.priority(),
        entry.target(),
        entry.params().stream()
            .map(param -> new RecordData.Svcb.Param(param.key(), param.value()))
            .toList());
  }

  private static <T> void add(
      List<RecordData> present, @Nullable T field, Function<T, RecordData> shape) {
    if (field != null) {
      present.add(shape.apply(field));
    }
  }

  private static <T, R> void addEach(
      List<RecordData> present,
      @Nullable List<T> field,
      Function<T, R> entry,
      Function<List<R>, RecordData> shape) {
    if (field != null) {
      present.add(shape.apply(field.stream().map(entry).toList()));
    }
  }
}
