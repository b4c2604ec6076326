package io.tyto.server.pipelines.work;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.task.TaskContext;
import java.util.List;
import java.util.Objects;

/** An effect with all a worker needs to know. */
public record Job(TaskContext context, Effect effect, Fence fence) {

  public List<Deliverable> deliverables() {
    return context.deliverables(effect.payload().deliverables());
  }

  public EnvironmentId at() {
    return Objects.requireNonNull(effect.environmentId());
  }

  public String option(String name) {
    return effect.payload().options().getOrDefault(name, "");
  }

  public String deliveryKey() {
    return Objects.requireNonNull(effect.deliveryKey());
  }
}
