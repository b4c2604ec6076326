package io.tyto.server.pipelines.run;

/** What an effect does; each kind has one worker. */
public enum EffectKind {
  /** Takes the content of deliverables into the store. */
  SECURE,
  /** Runs checks. */
  CHECK,
  /** Asks the gates again, right before a deployment. */
  GATES,
  RELEASE_TRANSPORT,
  DEPLOY,
  ROLL_BACK,
  CALLOUT,
  /** Waits until the external system has taken a status. */
  ALM_STATUS
}
