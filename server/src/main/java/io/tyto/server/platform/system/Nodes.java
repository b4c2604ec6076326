package io.tyto.server.platform.system;

import io.tyto.server.kernel.Ids;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every running server on this database; each says every ten seconds that it is there. */
@Component
class Nodes {
  private static final Duration GONE_AFTER = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Version version;
  private final Clock clock = Clock.systemUTC();
  private final String id = Ids.next();
  private final Instant startedAt = clock.instant();

  Nodes(JdbcClient jdbc, Version version) {
    this.jdbc = jdbc;
    this.version = version;
  }

  @Scheduled(fixedDelay = 10_000)
  void sayHere() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into platform_node (id, host, version, started_at, seen_at)
            values (:id, :host, :version, :started, :now)
            on conflict (id) do update set seen_at = :now
            """)
        .param("id", id)
        .param("host", host())
        .param("version", version.text())
        .param("started", Timestamp.from(startedAt))
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql("delete from platform_node where seen_at < :before")
        .param("before", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
        .update();
  }

  List<Node> all() {
    Instant gone = clock.instant().minus(GONE_AFTER);
    return jdbc.sql("select * from platform_node order by started_at")
        .query((row, n) -> node(row, gone))
        .list();
  }

  private Node node(ResultSet row, Instant gone) throws SQLException {
    Instant seen = row.getTimestamp("seen_at").toInstant();
    return new Node(
        row.getString("id"),
        row.getString("host"),
        row.getString("version"),
        row.getTimestamp("started_at").toInstant(),
        seen,
        seen.isAfter(gone),
        row.getString("id").equals(id));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown";
    }
  }

  /**
   * One server.
   *
   * @param alive it was seen within half a minute
   * @param answering it is the one that answers
   */
  record Node(
      String id,
      String host,
      String version,
      Instant startedAt,
      Instant seenAt,
      boolean alive,
      boolean answering) {}
}
