package io.tyto.server.pipelines.task;

import io.tyto.server.kernel.Refusal;

/**
 * One kind of task. Called inside a short transaction: reads our own data only and answers at once.
 */
public interface TaskRunner {

  /** As in {@link io.tyto.server.pipelines.definition.TaskSpec#kind()}. */
  String kind();

  /**
   * Its turn has come, for the first time or again.
   *
   * @throws Refusal makes the task REFUSED with that message
   */
  Step begin(TaskContext context);

  /** What it ordered came to an end. */
  default Step settle(TaskContext context) {
    return Settlement.of(context.effects());
  }

  /** The time it waited for has come. */
  default Step resume(TaskContext context) {
    return begin(context);
  }
}
