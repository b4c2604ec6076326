package io.tyto.server.audit;

import io.tyto.server.kernel.Actor;

/** Takes entries in. */
public interface AuditTrail {

  /**
   * Writes the entry in the caller's transaction; it is sealed into the chain about a second later.
   */
  void record(Actor actor, Audited what);
}
