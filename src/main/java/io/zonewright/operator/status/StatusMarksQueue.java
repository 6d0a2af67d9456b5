package io.zonewright.operator.status;

import io.zonewright.operator.status.StatusKey.Kind;
import io.zonewright.zone.compile.SourceId;
import java.util.Collection;
import java.util.List;

/**
 * Keeps what is marked until its turn: statuses to write, and serials to prove. Zones go before
 * record sets, which cannot be ready before their zone has a serial.
 */
public final class StatusMarksQueue implements StatusMarks, AutoCloseable {
  private final WorkQueue<StatusKey> writes = new WorkQueue<>(key -> key.kind() != Kind.RECORD_SET);
  private final WorkQueue<SourceId> proofs = new WorkQueue<>();

  @Override
  public void zones(Collection<SourceId> ids) {
    writes.addAll(ids.stream().map(id -> new StatusKey(Kind.ZONE, id)).toList());
  }

  @Override
  public void recordSets(Collection<SourceId> ids) {
    writes.addAll(ids.stream().map(id -> new StatusKey(Kind.RECORD_SET, id)).toList());
  }

  @Override
  public void proven(SourceId zone) {
    writes.addAll(List.of(new StatusKey(Kind.ZONE, zone), new StatusKey(Kind.PROOF, zone)));
  }

  @Override
  public void adopted(SourceId zone) {
    proofs.add(zone);
  }

  /** How many statuses wait for their turn. */
  public int depth() {
    return writes.depth();
  }

  WorkQueue<StatusKey> writes() {
    return writes;
  }

  WorkQueue<SourceId> proofs() {
    return proofs;
  }

  @Override
  public void close() {
    writes.close();
    proofs.close();
  }
}
