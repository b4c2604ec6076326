package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.run.WaitReason;
import org.springframework.stereotype.Component;

/** Waits for the next press of Promote. */
@Component
class WaitForPromotionTask implements TaskRunner {

  @Override
  public String kind() {
    return "wait-for-promotion";
  }

  @Override
  public Step begin(TaskContext context) {
    return new Step.Wait(WaitReason.PROMOTION, "Waits for Promote.", null);
  }
}
