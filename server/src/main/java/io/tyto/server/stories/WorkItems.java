package io.tyto.server.stories;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks work items up and notes on them what other modules found out. */
public interface WorkItems {

  Optional<WorkItemView> find(WorkItemId id);

  /**
   * @throws Refusal {@code not-found}
   */
  WorkItemView get(WorkItemId id);

  /**
   * The id as an address has it, of an item that exists in that project.
   *
   * @throws Refusal {@code not-found}
   */
  default WorkItemId idIn(String project, String id) {
    WorkItemId item = new WorkItemId(id);
    if (!id.startsWith(project + "-") || find(item).isEmpty()) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND, "There is no work item %s in %s.".formatted(id, project));
    }
    return item;
  }

  /** Titles of those that exist, by id. */
  Map<WorkItemId, String> titles(Collection<WorkItemId> ids);

  /** Stories under a feature that are not gone, sorted by number. */
  List<WorkItemView> childrenOf(WorkItemId feature);

  /** Shown on the row; does not touch the version that people edit. */
  void noteValidation(WorkItemId id, String validationStatus);
}
