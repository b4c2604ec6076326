package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a runner wants to happen with its task. Messages are for people. */
public sealed interface Step {

  /** What becomes of it in a task whose failures do not stop the run. */
  default Step inSpite() {
    return this;
  }

  record Done(String message) implements Step {}

  record NotApplicable(String message) implements Step {}

  /** Somebody said no: a person decides. */
  record Refused(String message) implements Step {
    @Override
    public Step inSpite() {
      return goesOn(message);
    }
  }

  /** Could not be done or found out: a person decides. */
  record Broken(String message) implements Step {
    @Override
    public Step inSpite() {
      return goesOn(message);
    }
  }

  private static Step goesOn(String failure) {
    return new Done("Failed: %s\nThe pipeline goes on in spite of it.".formatted(failure));
  }

  /**
   * @param wakeAt when the wait ends by itself; null for never
   */
  record Wait(WaitReason reason, String message, @Nullable Instant wakeAt) implements Step {}

  /** Work outside the database, in that order. */
  record Work(String message, List<Effect.Order> orders) implements Step {
    public Work {
      orders = List.copyOf(orders);
    }
  }

  /** What was approved has changed: these approvals are asked for again before this task. */
  record AskAgain(List<RunTask> approvals, String message) implements Step {
    public AskAgain {
      approvals = List.copyOf(approvals);
    }
  }
}
