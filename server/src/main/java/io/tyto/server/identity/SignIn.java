package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;

/** Checks names and passwords, and remembers who signed in. */
public interface SignIn {

  /**
   * Takes equally long and fails alike for a wrong password and an unknown name. After five
   * failures in a row a name is blocked for a while.
   *
   * @throws Refusal {@code sign-in-failed}, {@code sign-in-blocked} or {@code locked}
   */
  UserView check(String name, String password);

  /** Remembers the user in a fresh session; returns when it ends at the latest. */
  Instant remember(HttpSession session, UserId user);

  /** When that session ends at the latest. */
  Instant endOf(HttpSession session);

  /**
   * For people only: a stolen token must not become a password.
   *
   * @throws Refusal {@code sign-in-failed} when the current one is wrong, {@code weak-password}
   */
  void changePassword(Actor actor, String current, String next);
}
