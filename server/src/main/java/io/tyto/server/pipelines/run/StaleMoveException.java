package io.tyto.server.pipelines.run;

/** Somebody moved the task first; whoever meant to move it looks again. */
public final class StaleMoveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleMoveException(RunTask task, TaskState to) {
    super("Task " + task.id() + " is no longer " + task.state() + " and cannot become " + to);
  }
}
