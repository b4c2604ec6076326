package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.StoriesDeliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Copies rows of deliverables; their content lies in the store by digest and is not copied. */
@Service
class IncludedDeliverables implements StoriesDeliverables {
  private final DeliverableStore store;
  private final WorkItems workItems;
  private final AttachingService attaching;
  private final Change change;

  IncludedDeliverables(
      DeliverableStore store, WorkItems workItems, AttachingService attaching, Change change) {
    this.store = store;
    this.workItems = workItems;
    this.attaching = attaching;
    this.change = change;
  }

  @Override
  public List<Deliverable> offeredTo(WorkItemId feature) {
    List<Deliverable> carried = new ArrayList<>(store.attached(feature));
    int own = carried.size();
    workItems.childrenOf(feature).stream()
        .map(WorkItemView::id)
        .flatMap(story -> store.attached(story).stream())
        .filter(offered -> carried.stream().noneMatch(offered::same))
        .forEach(carried::add);
    return List.copyOf(carried.subList(own, carried.size()));
  }

  @Override
  public List<Deliverable> include(WorkItemId feature, List<String> ids, Actor actor) {
    return change.inTransaction(() -> {
      List<Deliverable> offered = offeredTo(feature);
      for (String id : ids) {
        Deliverable wanted =
            offered.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                    new Refusal(
                        GeneralRefusal.NOT_FOUND,
                        "No user story of %s offers the deliverable %s."
                            .formatted(feature.value(), id)));
        attaching.place(wanted.carriedBy(Ids.next(), feature, actor.name(), change.now()), actor);
      }
      return store.attached(feature);
    });
  }
}
