package io.tyto.server.identity.internal;

import io.tyto.server.kernel.UserId;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions of signed-in people, in PostgreSQL; idle ones end after {@code spring.session.timeout}.
 */
@Component
class Sessions {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final String BEGAN = "tyto.began";
  private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  private final JdbcClient jdbc;
  private final Clock clock;

  Sessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Instant begin(HttpSession session, UserId user) {
    session.setAttribute(USER, user.value());
    session.setAttribute(BEGAN, clock.millis());
    return endOf(session);
  }

  Instant endOf(HttpSession session) {
    return Instant.ofEpochMilli(began(session)).plus(LONGEST);
  }

  /** Who began it, while it may still be used. */
  Optional<UserId> userOf(HttpSession session) {
    if (!(session.getAttribute(USER) instanceof String user)
        || !clock.instant().isBefore(endOf(session))) {
      return Optional.empty();
    }
    return Optional.of(new UserId(user));
  }

  void endAll(UserId user) {
    jdbc.sql("delete from spring_session where principal_name = :user")
        .param("user", user.value())
        .update();
  }

  private static long began(HttpSession session) {
    return session.getAttribute(BEGAN) instanceof Long millis ? millis : 0;
  }
}
