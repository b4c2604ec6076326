package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Finds out who calls; asks the database each time, so that a locked user is out at once. */
public interface Callers {

  /** Ends the session when its user is locked or it has lasted too long. */
  Optional<Caller> bySession(HttpSession session);

  /**
   * @throws Refusal {@code unauthenticated} when the token is unknown, expired, revoked, or its
   *     owner locked
   */
  Caller byToken(String token);

  /**
   * @param standing read with the caller
   */
  record Caller(Actor actor, Standing standing) {}
}
