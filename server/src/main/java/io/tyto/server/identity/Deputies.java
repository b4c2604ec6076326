package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Who stands in for whom, and when. A deputy of a deputy stands in for nobody. */
public interface Deputies {

  /** For whom that person decides at that time, in the order in which they were named. */
  List<UserId> principalsOf(UserId deputy, Instant at);

  /** Who decides for that person at that time. */
  List<UserId> deputiesOf(UserId principal, Instant at);

  /** Those whom the caller named and those who named the caller, unless they are over. */
  List<View> of(Actor caller);

  /**
   * Names a deputy for the caller.
   *
   * @throws Refusal {@code invalid}, or {@code token-names-no-deputy} for a token
   */
  View name(Actor caller, String deputy, Instant from, Instant until);

  /** Ends it, now; a name that was never the caller's is {@code not-found}. */
  void end(Actor caller, String id);

  /**
   * @param person who named the deputy
   * @param mine the caller named the deputy and may end it
   */
  record View(
      String id,
      String person,
      String deputy,
      Instant from,
      Instant until,
      boolean active,
      boolean mine) {}
}
