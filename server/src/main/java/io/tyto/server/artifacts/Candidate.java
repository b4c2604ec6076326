package io.tyto.server.artifacts;

import io.tyto.server.kernel.WorkItemId;
import java.util.List;

/**
 * The deliverables of a work item as numbered for promotion.
 *
 * @param number 1, 2 ...; grows when the deliverables changed after a run took the one before
 * @param digest SHA-256 over the ordered deliverables (kind, id, version, digest) and nothing else
 * @param frozen taken by a run: its deliverables no longer change
 */
public record Candidate(
    WorkItemId workItem,
    int number,
    String digest,
    boolean frozen,
    List<Deliverable> deliverables) {

  public Candidate {
    deliverables = List.copyOf(deliverables);
  }
}
