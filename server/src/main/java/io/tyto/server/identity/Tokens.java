package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API tokens of the caller. */
public interface Tokens {

  List<View> of(Actor owner);

  /**
   * @param expiresAt at most a year away; null for 90 days
   * @throws Refusal naming the wrong field, or {@code token-makes-no-token}
   */
  Made make(Actor owner, String name, @Nullable Instant expiresAt);

  /**
   * Repeating it changes nothing.
   *
   * @throws Refusal {@code not-found} for somebody else's
   */
  void revoke(Actor owner, String id);

  /**
   * @param hint first characters, to tell tokens apart
   */
  record View(
      String id,
      String name,
      String hint,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {}

  /**
   * @param token shown this once, stored nowhere
   */
  record Made(View view, String token) {

    @Override
    public String toString() {
      return "Made[" + view + "]";
    }
  }
}
