package io.tyto.server.identity.internal;

import io.tyto.server.identity.Callers;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.Standing;
import io.tyto.server.identity.Standings;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
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
  private final Standings standings;
  private final Sessions sessions;
  private final Clock clock;

  CallerLookup(JdbcClient jdbc, Standings standings, Sessions sessions, Clock clock) {
    this.jdbc = jdbc;
    this.standings = standings;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> bySession(HttpSession session) {
    Optional<Caller> caller =
        sessions
            .userOf(session)
            .flatMap(standings::of)
            .map(standing -> caller(standing, Actor.Kind.PERSON));
    if (caller.isEmpty()) {
      session.invalidate();
    }
    return caller;
  }

  @Override
  public Caller byToken(String token) {
    if (!TokenText.isWellFormed(token)) {
      throw refused();
    }
    Instant now = clock.instant();
    byte[] digest = TokenText.digest(token);
    Standings.ByToken found = standings.byToken(digest, now).orElseThrow(CallerLookup::refused);
    Instant before = now.minus(USE_NOTED_EVERY);
    if (found.lastUsedAt() == null || found.lastUsedAt().isBefore(before)) {
      noteUse(digest, now, before);
    }
    return caller(found.standing(), Actor.Kind.TOKEN);
  }

  private static Caller caller(Standing standing, Actor.Kind kind) {
    return new Caller(new Actor(standing.user(), standing.name(), kind), standing);
  }

  /** Not at every call: reading must stay reading. */
  private void noteUse(byte[] digest, Instant now, Instant before) {
    jdbc.sql(
            """
            update identity_token set last_used_at = :now
            where digest = :digest and (last_used_at is null or last_used_at < :before)
            """)
        .param("now", Timestamp.from(now))
        .param("digest", digest)
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Refusal refused() {
    return new Refusal(
        IdentityRefusal.UNAUTHENTICATED, "The API token is not valid (any more). Make a new one.");
  }
}
