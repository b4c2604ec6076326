package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Waits for a person to do something and say so. */
@Component
class ManualTask implements TaskRunner {

  @Override
  public String kind() {
    return "manual";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.Manual manual = context.spec(TaskSpec.Manual.class);
    StringBuilder text = new StringBuilder(manual.text());
    manual.checklist().forEach(line -> text.append("\n- ").append(line));
    Instant expires = manual.expires() == null ? null : context.now().plus(manual.expires());
    return new Step.Wait(WaitReason.PERSON, text.toString(), expires);
  }

  @Override
  public Step resume(TaskContext context) {
    return new Step.Refused(
        "Nobody completed this in time. Retry asks again; mark it done if it was done meanwhile.");
  }
}
