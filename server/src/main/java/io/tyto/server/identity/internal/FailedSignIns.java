package io.tyto.server.identity.internal;

import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.kernel.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins per name, whether anybody has that name or not. */
@Component
class FailedSignIns {
  private static final int ALLOWED = 5;
  private static final Duration BLOCK = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  FailedSignIns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void refuseBlocked(String name) {
    jdbc.sql(
            """
            select blocked_until from identity_sign_in_failure
            where name = :name and blocked_until > :now
            """)
        .param("name", key(name))
        .param("now", Timestamp.from(clock.instant()))
        .query(OffsetDateTime.class)
        .optional()
        .ifPresent(until -> {
          long minutes = 1 + Duration.between(clock.instant(), until.toInstant()).toMinutes();
          throw new Refusal(
              IdentityRefusal.SIGN_IN_BLOCKED,
              "Too many failed sign-ins with this name. Try again in %d minutes, or ask an administrator to unlock it."
                  .formatted(minutes),
              List.of(),
              Map.of("blockedUntil", until.withOffsetSameInstant(ZoneOffset.UTC).toString()));
        });
  }

  /** Returns whether this failure blocked the name. */
  boolean count(String name) {
    Instant now = clock.instant();
    int failures =
        jdbc.sql(
                """
                insert into identity_sign_in_failure (name, failures, last_at)
                values (:name, 1, :now)
                on conflict (name) do update
                set failures = case when identity_sign_in_failure.last_at < :forgotten then 1
                                    else identity_sign_in_failure.failures + 1 end,
                    last_at = :now
                returning failures
                """)
            .param("name", key(name))
            .param("now", Timestamp.from(now))
            .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
            .query(Integer.class)
            .single();
    if (failures % ALLOWED != 0) {
      return false;
    }
    jdbc.sql("update identity_sign_in_failure set blocked_until = :until where name = :name")
        .param("until", Timestamp.from(now.plus(BLOCK)))
        .param("name", key(name))
        .update();
    return true;
  }

  void forget(String name) {
    jdbc.sql("delete from identity_sign_in_failure where name = :name or last_at < :forgotten")
        .param("name", key(name))
        .param("forgotten", Timestamp.from(clock.instant().minus(FORGOTTEN)))
        .update();
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.length() > 100 ? lower.substring(0, 100) : lower;
  }
}
