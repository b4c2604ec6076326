package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs checks on the deliverables, at their sources and at the targets of the stage. */
@Component
class ValidateTask implements TaskRunner {

  @Override
  public String kind() {
    return "validate";
  }

  @Override
  public Step begin(TaskContext context) {
    List<String> ids = context.candidate().deliverables().stream().map(Deliverable::id).toList();
    List<String> checks = context.spec(TaskSpec.Validate.class).checks();
    if (ids.isEmpty() || checks.isEmpty()) {
      return new Step.NotApplicable("Nothing to check.");
    }
    Effect.Payload payload = new Effect.Payload(ids, Map.of("checks", String.join(",", checks)));
    return new Step.Work(
        "Checking %s.".formatted(String.join(", ", checks)),
        List.of(Effect.Order.inward(EffectKind.CHECK, payload)));
  }
}
