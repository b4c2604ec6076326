package io.tyto.server.pipelines.task;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.RunLoad;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks for a status in the external system; a refusal there is a warning here. */
@Component
class AlmStatusTask implements TaskRunner {
  private final WorkItems items;
  private final ObjectProvider<StatusWriter> statuses;

  AlmStatusTask(WorkItems items, ObjectProvider<StatusWriter> statuses) {
    this.items = items;
    this.statuses = statuses;
  }

  @Override
  public String kind() {
    return "alm-status";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.AlmStatus spec = context.spec(TaskSpec.AlmStatus.class);
    String key = context.run().id() + "/" + context.task().id() + "/" + context.task().attempt();
    RunLoad load = context.run().header().load();
    List<Effect.Order> asked = new ArrayList<>();
    boolean named = false;
    for (WorkItemId id : load.items()) {
      WorkItemView item = items.get(id);
      String label = item.type() == WorkItemView.Type.FEATURE ? spec.feature() : spec.userStory();
      String own = load.together() ? key + "/" + id.value() : key;
      named |= label != null;
      if (label != null && statuses.getObject().requestStatus(id, label, own)) {
        asked.add(order(own, label));
      }
    }
    if (!named) {
      return new Step.NotApplicable("No status is named for this type of work item.");
    }
    return asked.isEmpty()
        ? new Step.NotApplicable("Write-back of statuses is switched off.")
        : new Step.Work("Asked for the status %s.".formatted(labels(asked)), asked);
  }

  private static Effect.Order order(String key, String label) {
    return Effect.Order.inward(
        EffectKind.ALM_STATUS, new Effect.Payload(List.of(), Map.of("key", key, "label", label)));
  }

  private static String labels(List<Effect.Order> asked) {
    return asked.stream()
        .map(order -> order.payload().options().get("label"))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
