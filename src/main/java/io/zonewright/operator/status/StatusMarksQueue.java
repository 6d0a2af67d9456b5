package io.zonewright.operator.status;

import io.zonewright.operator.status.StatusKey.Kind;
import io.zonewright.zone.compile.SourceId;
import java.util.Collection;

/** Keeps what is marked until its turn: statuses to write, and serials to prove. */
public final class StatusMarksQueue implements StatusMarks, AutoCloseable {
  private final WorkQueue<StatusKey> writes = new WorkQueue<>();
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
