package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Freezes the exact content of all deliverables. */
@Component
class BuildTask implements TaskRunner {

  @Override
  public String kind() {
    return "build";
  }

  @Override
  public Step begin(TaskContext context) {
    List<String> ids = context.candidate().deliverables().stream().map(Deliverable::id).toList();
    return ids.isEmpty()
        ? new Step.NotApplicable("No deliverables.")
        : new Step.Work(
            "Taking the content of %d deliverables.".formatted(ids.size()),
            List.of(Effect.Order.inward(EffectKind.SECURE, new Effect.Payload(ids, Map.of()))));
  }
}
