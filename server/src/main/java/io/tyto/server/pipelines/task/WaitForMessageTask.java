package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Waits for a message from outside. */
@Component
class WaitForMessageTask implements TaskRunner {

  @Override
  public String kind() {
    return "wait-for-message";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.WaitForMessage awaited = context.spec(TaskSpec.WaitForMessage.class);
    Instant expires = awaited.expires() == null ? null : context.now().plus(awaited.expires());
    return new Step.Wait(
        WaitReason.MESSAGE, "Waits for the message \"%s\".".formatted(awaited.name()), expires);
  }

  @Override
  public Step resume(TaskContext context) {
    TaskSpec.WaitForMessage awaited = context.spec(TaskSpec.WaitForMessage.class);
    return new Step.Refused(
        "The message \"%s\" did not come in time.%s"
            .formatted(awaited.name(), awaited.continueOnFailure() ? "" : " Retry waits again."));
  }
}
