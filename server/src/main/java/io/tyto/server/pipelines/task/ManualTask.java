package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.WaitReason;
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
    return new Step.Wait(WaitReason.PERSON, text.toString(), null);
  }
}
