package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Waits for people to approve. */
@Component
class ApproveTask implements TaskRunner {

  private final ApprovalScope scope;

  ApproveTask(ApprovalScope scope) {
    this.scope = scope;
  }

  @Override
  public String kind() {
    return "approve";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.Approve rule = context.spec(TaskSpec.Approve.class);
    List<String> ahead = scope.givenAhead(context);
    if (ahead.size() >= rule.min()) {
      return new Step.Done("Approved ahead by %s.".formatted(String.join(", ", ahead)));
    }
    Instant expires = rule.expires() == null ? null : context.now().plus(rule.expires());
    String asked =
        rule.min() == 1
            ? "Waits for the approval of %s.".formatted(String.join(", ", rule.by()))
            : "Waits for %d approvals of %s.".formatted(rule.min(), String.join(", ", rule.by()));
    String due =
        expires == null
            ? asked
            : "%s It is late after %s.".formatted(asked, expires.truncatedTo(ChronoUnit.MINUTES));
    return new Step.Wait(
        WaitReason.APPROVAL, rule.message() == null ? due : rule.message() + "\n" + due, expires);
  }

  @Override
  public Step resume(TaskContext context) {
    return new Step.Refused("Nobody decided in time. Retry asks again.");
  }
}
