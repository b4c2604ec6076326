package io.tyto.server.stories;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which work item has to be in a target before which. */
public interface Dependencies {

  /** Direct ones. */
  Neighbours of(WorkItemId item);

  /** Among the given ones only: each with its direct predecessors. */
  Map<WorkItemId, Set<WorkItemId>> among(Collection<WorkItemId> items);

  /**
   * Idempotent.
   *
   * @throws Refusal {@code dependency-cycle} naming the way round, or {@code not-found}
   */
  void add(WorkItemId item, WorkItemId predecessor, Actor actor);

  /** Idempotent. */
  void remove(WorkItemId item, WorkItemId predecessor, Actor actor);

  /** Each side by number. */
  record Neighbours(List<WorkItemView> predecessors, List<WorkItemView> successors) {}
}
