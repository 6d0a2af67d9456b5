package io.zonewright.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.ZonewrightResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of the top-level {@code crds} folder and the Java type that goes with it. */
public enum Crd {
  DNS_ZONE("dnszones", DnsZone.class),
  DNS_RECORD_SET("dnsrecordsets", DnsRecordSet.class);

  static final List<Crd> ALL = List.of(values());

  private final String plural;
  private final Class<? extends ZonewrightResource<?, ?>> type;

  Crd(String plural, Class<? extends ZonewrightResource<?, ?>> type) {
    this.plural = plural;
    this.type = type;
  }

  Path file() {
    return Path.of("crds", plural + ".zonewright.io.yaml");
  }

  Class<? extends ZonewrightResource<?, ?>> type() {
    return type;
  }

  JsonNode definition() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(file().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode names() {
    return definition().at("/spec/names");
  }

  String kind() {
    return names().get("kind").asText();
  }

  JsonNode version() {
    return definition().at("/spec/versions/0");
  }

  /** The whole resource as a field without a name. */
  CrdField root() {
    return new CrdField("", version().at("/schema/openAPIV3Schema"), true);
  }

  /** {@code spec} or {@code status}. */
  CrdField part(String name) {
    return root().children().filter(field -> field.path().equals(name)).findFirst().orElseThrow();
  }

  Stream<CrdField> fields() {
    return root().children().flatMap(CrdField::walk);
  }
}
