package io.tyto.server.pipelines.run;

import java.util.Collection;

/** State of a run or a stage, always derived from the states of its tasks. */
public enum RunState {
  /** A stage whose turn has not come; never the state of a run. */
  READY,
  RUNNING,
  WAITING,
  FAILED,
  COMPLETED,
  ABORTED,
  SUPERSEDED;

  /** A run that is open may still move. */
  public boolean open() {
    return this == RUNNING || this == WAITING || this == FAILED;
  }

  /**
   * Work that goes on outweighs a failure beside it, a failure outweighs a wait. A run between two
   * tasks is running.
   */
  static RunState of(Collection<TaskState> tasks) {
    if (tasks.stream().allMatch(TaskState::passed)) {
      return COMPLETED;
    }
    if (tasks.contains(TaskState.RUNNING)) {
      return RUNNING;
    }
    if (tasks.stream().anyMatch(TaskState::failed)) {
      return FAILED;
    }
    if (tasks.contains(TaskState.WAITING)) {
      return WAITING;
    }
    if (tasks.contains(TaskState.ABORTED)) {
      return ABORTED;
    }
    return RUNNING;
  }

  /** As {@link #of}, but a stage whose tasks are all ready has not begun. */
  static RunState ofStage(Collection<TaskState> tasks) {
    boolean untouched = tasks.stream().allMatch(TaskState.READY::equals);
    return untouched && !tasks.isEmpty() ? READY : of(tasks);
  }
}
