package io.tyto.server.artifacts;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with the deliverables of a work item. */
public interface Attaching {

  /** In their order, then those that were removed but had already reached an environment. */
  List<Listed> list(WorkItemId item);

  /**
   * Attaches an exact version. Another version of the same artifact is replaced; exactly the same
   * is left as it is. Does I/O at the source.
   *
   * @throws Refusal when it cannot be had, is a draft, or is not sound
   */
  Attached attach(WorkItemId item, NewDeliverable wish, Actor actor);

  /** Idempotent. @throws Refusal {@code locked} when a completed run carried it */
  void detach(WorkItemId item, String deliverableId, Actor actor);

  /**
   * @throws Refusal {@code bad-order} unless the ids are exactly the attached ones
   */
  void order(WorkItemId item, List<String> ids, Actor actor);

  /**
   * @param created false when it was attached before exactly like this
   */
  record Attached(Deliverable deliverable, boolean created) {}

  /**
   * @param descoped removed, but in the environments it {@code reached}
   * @param reached names of environments
   * @param locked why it cannot be removed; null when it can
   */
  record Listed(
      Deliverable deliverable, boolean descoped, List<String> reached, @Nullable String locked) {}
}
