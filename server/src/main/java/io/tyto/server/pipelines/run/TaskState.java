package io.tyto.server.pipelines.run;

import java.util.Set;

/** Where a task of a run stands, and where it may go from there. Terminal states absorb. */
public enum TaskState {
  /** Not begun. */
  READY,
  /** Work goes on, polling at a target included. */
  RUNNING,
  /** Nothing goes on without a person, a message, a window or a free environment. */
  WAITING,
  DONE,
  /** Somebody said no: a person decides how to go on. */
  REFUSED,
  /** We could not do it or could not find out: a person decides how to go on. */
  BROKEN,
  SKIPPED,
  /** Had nothing to do. */
  NOT_APPLICABLE,
  ABORTED;

  private static final Set<TaskState> BEGIN =
      Set.of(RUNNING, WAITING, DONE, REFUSED, BROKEN, NOT_APPLICABLE, ABORTED);
  private static final Set<TaskState> FROM_RUNNING =
      Set.of(READY, WAITING, DONE, REFUSED, BROKEN, NOT_APPLICABLE, ABORTED);
  private static final Set<TaskState> FROM_WAITING =
      Set.of(READY, RUNNING, DONE, REFUSED, BROKEN, SKIPPED, NOT_APPLICABLE, ABORTED);
  private static final Set<TaskState> AFTER_FAILURE = Set.of(READY, DONE, SKIPPED, ABORTED);

  /** States that may follow this one, never itself. */
  public Set<TaskState> next() {
    return switch (this) {
      case READY -> BEGIN;
      case RUNNING -> FROM_RUNNING;
      case WAITING -> FROM_WAITING;
      case REFUSED, BROKEN -> AFTER_FAILURE;
      case DONE, SKIPPED, NOT_APPLICABLE, ABORTED -> Set.of();
    };
  }

  public boolean may(TaskState to) {
    return next().contains(to);
  }

  public boolean terminal() {
    return next().isEmpty();
  }

  /** The run goes on behind it. */
  public boolean passed() {
    return this == DONE || this == SKIPPED || this == NOT_APPLICABLE;
  }

  public boolean failed() {
    return this == REFUSED || this == BROKEN;
  }
}
