package io.tyto.server.identity.internal;

import io.tyto.server.identity.Callers;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the caller by session or token. */
@Service
class CallerLookup implements Callers {
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Sessions sessions;
  private final Clock clock;

  CallerLookup(JdbcClient jdbc, Sessions sessions, Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Optional<Actor> bySession(HttpSession session) {
    Optional<Actor> actor = sessions.userOf(session).flatMap(this::active);
    if (actor.isEmpty()) {
      session.invalidate();
    }
    return actor;
  }

  private Optional<Actor> active(UserId id) {
    return jdbc.sql("select name from identity_user where id = :id and not locked")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(name -> new Actor(id, name, Actor.Kind.PERSON));
  }

  @Override
  public Actor byToken(String token) {
    if (!TokenText.isWellFormed(token)) {
      throw refused();
    }
    Instant now = clock.instant();
    byte[] digest = TokenText.digest(token);
    Actor actor =
        jdbc.sql(
                """
                select u.id, u.name from identity_token t join identity_user u on u.id = t.user_id
                where t.digest = :digest and t.revoked_at is null and t.expires_at > :now
                  and not u.locked
                """)
            .param("digest", digest)
            .param("now", Timestamp.from(now))
            .query((row, n) ->
                new Actor(new UserId(row.getString("id")), row.getString("name"), Actor.Kind.TOKEN))
            .optional()
            .orElseThrow(CallerLookup::refused);
    noteUse(digest, now);
    return actor;
  }

  /** Not at every call: reading must stay reading. */
  private void noteUse(byte[] digest, Instant now) {
    jdbc.sql(
            """
            update identity_token set last_used_at = :now
            where digest = :digest and (last_used_at is null or last_used_at < :before)
            """)
        .param("now", Timestamp.from(now))
        .param("digest", digest)
        .param("before", Timestamp.from(now.minus(USE_NOTED_EVERY)))
        .update();
  }

  private static Refusal refused() {
    return new Refusal(
        IdentityRefusal.UNAUTHENTICATED, "The API token is not valid (any more). Make a new one.");
  }
}
