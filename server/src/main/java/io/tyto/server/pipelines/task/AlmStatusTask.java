package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Map;
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
    WorkItemView item = items.get(context.run().header().workItem());
    String label = item.type() == WorkItemView.Type.FEATURE ? spec.feature() : spec.userStory();
    if (label == null) {
      return new Step.NotApplicable("No status is named for this type of work item.");
    }
    String key = context.run().id() + "/" + context.task().id() + "/" + context.task().attempt();
    if (!statuses.getObject().requestStatus(item.id(), label, key)) {
      return new Step.NotApplicable("Write-back of statuses is switched off.");
    }
    return new Step.Work(
        "Asked for the status %s.".formatted(label),
        List.of(
            Effect.Order.inward(
                EffectKind.ALM_STATUS,
                new Effect.Payload(List.of(), Map.of("key", key, "label", label)))));
  }
}
