package io.tyto.server.pipelines.run;

import java.util.Set;

/** How far a piece of outside work came. */
public enum EffectOutcome {
  /** Ordered; nothing was done. */
  NONE,
  /** Claimed; the system is held, nothing was sent. */
  INTENT,
  /** Written right before the call: from here on it may have happened. */
  SENT,
  /** The target works on it; a handle is stored. */
  WORKING,
  /** Sent, and no answer: only asked about, never repeated blindly. */
  UNKNOWN,
  DONE,
  REFUSED,
  BROKEN,
  /** Held back by a freeze or window before anything was done. */
  PARKED,
  /** Never begun, because the run went another way. */
  DROPPED;

  private static final Set<EffectOutcome> OPEN = Set.of(NONE, INTENT, SENT, WORKING, UNKNOWN);

  public boolean open() {
    return OPEN.contains(this);
  }
}
