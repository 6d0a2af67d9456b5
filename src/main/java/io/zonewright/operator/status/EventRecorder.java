package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.zone.compile.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells of transitions in Events: each change of {@code Ready} or of its reason. Of a flood only so
 * many are told; the status has them all.
 */
final class EventRecorder {
  private static final Logger LOG = Logger.getLogger(EventRecorder.class);
  private static final String CONTROLLER = "zonewright.io/zonewright";
  private static final String WARNING = "Warning";

  /** A note has at most so many octets of UTF-8. */
  private static final int LONGEST_NOTE = 1024;

  /** So much of a name leaves room for a dot and a UUID within the 253 characters of a name. */
  private static final int LONGEST_PREFIX = 216;

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final Set<String> CONFLICTS =
      Stream.of(Reason.values())
          .filter(Reason::isConflict)
          .map(Reason::text)
          .collect(Collectors.toUnmodifiableSet());

  private final KubernetesClient client;
  private final String instance;
  private final Allowance allowance = new Allowance(50, 5);

  EventRecorder(KubernetesClient client, String instance) {
    this.client = client;
    this.instance = instance;
  }

  /**
   * Tells of a change of {@code Ready} or of its reason, and of another fault of the same kind.
   *
   * @return whether the resource is stalled since this moment, or for another reason than before
   */
  boolean transition(
      HasMetadata resource, @Nullable List<Condition> before, List<Condition> after) {
    Condition was = find(Objects.requireNonNullElse(before, List.of()), Conditions.READY);
    Condition is = find(after, Conditions.READY);
    if (is == null || isSame(was, is)) {
      return false;
    }
    boolean stalled = find(after, Conditions.STALLED) != null;
    tell(resource, stalled ? WARNING : "Normal", is.getReason(), is.getMessage());
    return stalled;
  }

  /** Tells the owner of a zone of a conflict within it, and of both its sides. */
  void conflict(DnsZone zone, HasMetadata loser, List<Condition> conditions) {
    Condition ready = find(conditions, Conditions.READY);
    if (ready != null && CONFLICTS.contains(ready.getReason())) {
      String name = loser.getMetadata().getNamespace() + "/" + loser.getMetadata().getName();
      tell(zone, WARNING, ready.getReason(), "DnsRecordSet " + name + ": " + ready.getMessage());
    }
  }

  /** Tells the owner of a zone of another one that wants its name. */
  void duplicate(DnsZone zone, DnsZone loser, List<Condition> conditions) {
    Condition ready = find(conditions, Conditions.READY);
    if (ready != null && ready.getReason().equals(Reason.DUPLICATE_ZONE.text())) {
      tell(
          zone,
          WARNING,
          ready.getReason(),
          "DnsZone %s/%s has the same zoneName; it is younger, and is not served"
              .formatted(loser.getMetadata().getNamespace(), loser.getMetadata().getName()));
    }
  }

  private static @Nullable Condition find(List<Condition> conditions, String type) {
    return conditions.stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSame(@Nullable Condition was, Condition is) {
    return was != null
        && was.getStatus().equals(is.getStatus())
        && was.getReason().equals(is.getReason())
        && (is.getStatus().equals("True") || was.getMessage().equals(is.getMessage()));
  }

  private void tell(HasMetadata resource, String type, String reason, String note) {
    if (!allowance.take()) {
      return;
    }
    try {
      client.resource(event(resource, type, reason, note)).create();
    } catch (KubernetesClientException e) {
      LOG.debugf(e, "an Event about %s was not taken", resource.getMetadata().getName());
    }
  }

  private Event event(HasMetadata resource, String type, String reason, String note) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(resource.getMetadata().getNamespace())
        .withName(prefix(resource.getMetadata().getName()) + "." + UUID.randomUUID())
        .endMetadata()
        .withEventTime(new MicroTime(MICROS.format(Instant.now())))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance)
        .withAction("Reconcile")
        .withType(type)
        .withReason(reason)
        .withNote(clipped(note))
        .withRegarding(reference(resource))
        .build();
  }

  /** The beginning of a name, which must end with a letter or digit where a dot follows. */
  private static String prefix(String name) {
    int end = Math.min(name.length(), LONGEST_PREFIX);
    while (end > 1 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  /** As many whole characters of a note as the API server takes. */
  private static String clipped(String note) {
    byte[] octets = note.getBytes(StandardCharsets.UTF_8);
    if (octets.length <= LONGEST_NOTE) {
      return note;
    }
    int end = LONGEST_NOTE;
    while ((octets[end] & 0xc0) == 0x80) { // amid a character (RFC 3629 section 3)
      end--;
    }
    return new String(octets, 0, end, StandardCharsets.UTF_8);
  }

  private static ObjectReference reference(HasMetadata resource) {
    return new ObjectReferenceBuilder()
        .withApiVersion(resource.getApiVersion())
        .withKind(resource.getKind())
        .withNamespace(resource.getMetadata().getNamespace())
        .withName(resource.getMetadata().getName())
        .withUid(resource.getMetadata().getUid())
        .withResourceVersion(resource.getMetadata().getResourceVersion())
        .build();
  }
}
