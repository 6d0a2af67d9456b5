package io.zonewright.cli.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.cli.manifest.Problem.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DnsZone or DnsRecordSet in a file. */
public final class ManifestObject {
  private final ObjectKey key;
  private final @Nullable HasMetadata resource;
  private final List<Problem> problems;
  private final Place place;

  ManifestObject(
      ObjectKey key, @Nullable HasMetadata resource, List<Problem> problems, Place place) {
    this.key = key;
    this.resource = resource;
    this.problems = List.copyOf(problems);
    this.place = place;
  }

  /** Which object this is. */
  public ObjectKey key() {
    return key;
  }

  /** The resource, or null if it cannot be read as one. */
  public @Nullable HasMetadata resource() {
    return resource;
  }

  /** What kept it from being read as it stands; empty if nothing did. */
  public List<Problem> problems() {
    return problems;
  }

  /** The file it is in. */
  public Path file() {
    return place.file();
  }

  /** Something wrong with a field, or with all of it. */
  public Problem problem(Severity severity, @Nullable String field, String message) {
    return place.problem(severity, field, message);
  }
}
