package io.tyto.server.pipelines;

import io.tyto.server.kernel.UserId;
import java.util.Optional;
import java.util.Set;

/** Whom a task of a run concerns now. */
public interface Audience {

  /**
   * Those for whom the task stands in My Tasks for that reason now, deputies included. A failure
   * concerns everybody who pressed Promote, and those who may go on with it.
   */
  Set<UserId> of(String runId, String taskId, TaskCameToRest.Why why);

  /** Whether this is one of them. */
  boolean includes(String runId, String taskId, TaskCameToRest.Why why, UserId user);

  /** What the task is about; empty when it is not there any more. */
  Optional<Subject> subject(String runId, String taskId);

  /**
   * @param title of the work item, or name of the release package
   * @param state of the task now
   */
  record Subject(
      String project,
      String workItem,
      String title,
      String stage,
      String task,
      String state,
      int attempt) {}
}
