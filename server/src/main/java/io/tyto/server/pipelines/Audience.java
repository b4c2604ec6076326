package io.tyto.server.pipelines;

import io.tyto.server.kernel.UserId;
import java.util.Optional;
import java.util.Set;

/** Whom a task of a run concerns now. */
public interface Audience {

  /** Those who may approve or complete the waiting task now, deputies included. */
  Set<UserId> decidersOf(String runId, String taskId);

  /** Whether this is one of them. */
  boolean decides(String runId, String taskId, UserId user);

  /** Everybody who pressed Promote for the run and may still read its project. */
  Set<UserId> promotersOf(String runId);

  /** Those whom this task left a notice and who may still read its project. */
  Set<UserId> noticedBy(String runId, String taskId);

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
