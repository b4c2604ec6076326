package io.tyto.server.identity.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.Tokens;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps API tokens as SHA-256 digests: their entropy needs no slow hash. */
@Service
class TokenDesk implements Tokens {
  private static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  TokenDesk(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<View> of(Actor owner) {
    return jdbc.sql("select * from identity_token where user_id = :user order by id desc")
        .param("user", owner.id().value())
        .query(TokenDesk::view)
        .list();
  }

  @Override
  @Transactional
  public Made make(Actor owner, String name, @Nullable Instant expiresAt) {
    if (owner.kind() != Actor.Kind.PERSON) {
      throw new Refusal(
          IdentityRefusal.TOKEN_MAKES_NO_TOKEN, "Sign in with name and password to make a token.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = expiresAt == null ? now.plus(USUAL) : expiresAt;
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw Refusal.at(
          "expiresAt", GeneralRefusal.INVALID, "A token expires in the future, within a year.");
    }
    String token = TokenText.next();
    String hint = token.substring(0, TokenText.PREFIX.length() + 4);
    View view =
        new View(Ids.next(), name, hint, now, until.truncatedTo(ChronoUnit.MICROS), null, null);
    jdbc.sql(
            """
            insert into identity_token (id, user_id, name, digest, hint, created_at, expires_at)
            values (:id, :user, :name, :digest, :hint, :now, :until)
            """)
        .param("id", view.id())
        .param("user", owner.id().value())
        .param("name", name)
        .param("digest", TokenText.digest(token))
        .param("hint", hint)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(view.expiresAt()))
        .update();
    record(owner, "token-made", view.id(), Map.of("name", name, "expiresAt", until.toString()));
    return new Made(view, token);
  }

  @Override
  @Transactional
  public void revoke(Actor owner, String id) {
    boolean known =
        jdbc.sql("select 1 from identity_token where id = :id and user_id = :user")
            .param("id", id)
            .param("user", owner.id().value())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!known) {
      throw new Refusal(GeneralRefusal.NOT_FOUND, "You have no token " + id + ".");
    }
    int revoked =
        jdbc.sql(
                "update identity_token set revoked_at = :now where id = :id and revoked_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update();
    if (revoked > 0) {
      record(owner, "token-revoked", id, Map.of());
    }
  }

  private void record(Actor owner, String action, String id, Map<String, Object> details) {
    audit.record(owner, new Audited.Entry(null, action, "token/" + id, details));
  }

  private static View view(ResultSet row, int number) throws SQLException {
    return new View(
        row.getString("id"),
        row.getString("name"),
        row.getString("hint"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row.getTimestamp("last_used_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp stored) {
    return stored == null ? null : stored.toInstant();
  }
}
