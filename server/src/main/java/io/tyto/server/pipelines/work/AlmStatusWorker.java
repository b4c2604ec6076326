package io.tyto.server.pipelines.work;

import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.stories.StatusWriter;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Watches for a while how a requested status ended. It never fails: the deployment is done. */
@Component
class AlmStatusWorker implements EffectWorker {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final ObjectProvider<StatusWriter> statuses;

  AlmStatusWorker(ObjectProvider<StatusWriter> statuses) {
    this.statuses = statuses;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.ALM_STATUS;
  }

  @Override
  public WorkResult start(Job job) {
    return poll(job, job.option("key"));
  }

  @Override
  public WorkResult poll(Job job, String handle) {
    return statuses
        .getObject()
        .outcome(handle)
        .map(WorkResult::done)
        .orElseGet(() -> onTheWay(job, handle));
  }

  private static WorkResult onTheWay(Job job, String handle) {
    boolean patient =
        Duration.between(job.effect().createdAt(), job.context().now()).compareTo(PATIENCE) < 0;
    return patient
        ? new WorkResult.Working(handle, INTERVAL, "On its way to the external system.")
        : WorkResult.done(
            "Warning: the status %s was asked for, and the external system has not taken it yet."
                .formatted(job.option("label")));
  }
}
