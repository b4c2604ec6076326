package io.tyto.server.pipelines.run;

/** What the engine does next with a run. */
public sealed interface RunDecision {

  /** Begin a task that is ready. */
  record Start(RunTask task) implements RunDecision {}

  /** A wait is over by time. */
  record Resume(RunTask task) implements RunDecision {}

  /** Have an ordered effect done. Changes no state; repeating it is harmless. */
  record Begin(Effect effect) implements RunDecision {}

  /** The effects of a running task came to an end: conclude. */
  record Settle(RunTask task) implements RunDecision {}
}
