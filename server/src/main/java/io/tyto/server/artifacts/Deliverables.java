package io.tyto.server.artifacts;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;

/** Deliverables of work items and the candidates made of them. */
public interface Deliverables {

  /** The candidate a promotion would take now. */
  Candidate current(WorkItemId item);

  /**
   * @throws Refusal {@code not-found}
   */
  Candidate candidate(WorkItemId item, int number);

  /**
   * All candidates as one, for those that are promoted together in this order. What several carry
   * alike comes once; of several versions of the same thing the newest goes.
   *
   * @param parts at least one; the first lends its work item and number
   */
  Candidate together(List<Candidate> parts);

  /** Freezes the current candidate for a run; joins the caller's transaction, idempotent. */
  Candidate freeze(WorkItemId item, int number, String digest);

  /**
   * Takes the content of a deliverable into the store and checks it against the digest recorded
   * when it was attached. Does I/O, idempotent.
   *
   * @return the deliverable with its content digest
   * @throws Refusal {@code source-moved} when the source no longer has exactly that
   */
  Deliverable secure(Deliverable deliverable);

  /** Other work items that carry the same artifact or object. */
  List<Collision> collisions(WorkItemId item);

  /**
   * @param object artifact or ABAP object that both carry
   * @param carried true when promoting ours takes theirs along; false when theirs is newer
   */
  record Collision(
      WorkItemId other, String deliverableId, String object, String message, boolean carried) {}
}
