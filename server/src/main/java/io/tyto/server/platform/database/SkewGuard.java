package io.tyto.server.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a machine whose clock is away from the database's. */
@Component
class SkewGuard implements SmartInitializingSingleton {
  private static final Duration MOST = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final Clock clock = Clock.systemUTC();

  SkewGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Instant before = clock.instant();
    Instant theirs =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Instant after = clock.instant();
    if (theirs.isBefore(before.minus(MOST)) || theirs.isAfter(after.plus(MOST))) {
      throw new IllegalStateException(
          "The clock of this machine (%s) is more than 2 s away from the database's (%s): set both by NTP."
              .formatted(after, theirs));
    }
  }
}
