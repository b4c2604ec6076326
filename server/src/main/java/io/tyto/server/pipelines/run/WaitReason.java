package io.tyto.server.pipelines.run;

/** Why a task waits. */
public enum WaitReason {
  APPROVAL,
  PERSON,
  PROMOTION,
  MESSAGE,
  /** A freeze, a window or a chosen time. */
  WINDOW,
  /** Another run holds the system. */
  ENVIRONMENT
}
