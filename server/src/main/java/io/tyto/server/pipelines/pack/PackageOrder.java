package io.tyto.server.pipelines.pack;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.Dependencies;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An order of work items in which nothing comes before what it depends on. */
@Component
public class PackageOrder {
  private final Dependencies dependencies;

  PackageOrder(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  /** As given where dependencies leave it open. */
  public List<WorkItemId> sorted(List<WorkItemId> items) {
    Map<WorkItemId, Set<WorkItemId>> before = dependencies.among(items);
    Set<WorkItemId> sorted = new LinkedHashSet<>();
    items.forEach(item -> place(item, before, sorted));
    return new ArrayList<>(sorted);
  }

  /** There are no cycles: dependencies refuse them. */
  private static void place(
      WorkItemId item, Map<WorkItemId, Set<WorkItemId>> before, Set<WorkItemId> sorted) {
    if (!sorted.contains(item)) {
      before.getOrDefault(item, Set.of()).forEach(each -> place(each, before, sorted));
      sorted.add(item);
    }
  }

  /**
   * @throws Refusal {@code wrong-order} naming the first pair that stands the wrong way round
   */
  public void mustFit(List<WorkItemId> items) {
    Map<WorkItemId, Set<WorkItemId>> before = dependencies.among(items);
    for (int i = 0; i < items.size(); i++) {
      for (WorkItemId predecessor : before.getOrDefault(items.get(i), Set.of())) {
        if (items.indexOf(predecessor) > i) {
          throw Refusal.at(
              "workItemIds",
              PackageRefusal.WRONG_ORDER,
              "%s depends on %s, so %s has to come first in the package."
                  .formatted(items.get(i).value(), predecessor.value(), predecessor.value()));
        }
      }
    }
  }
}
