package io.tyto.server.platform.system;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the scheduler has to do, by the name of the task. */
@Component
class Jobs {
  private final JdbcClient jdbc;
  private final Clock clock = Clock.systemUTC();

  Jobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Job> all() {
    return jdbc.sql(
            """
            select task_name, count(*) as scheduled, count(*) filter (where picked) as running,
                   count(*) filter (where not picked and execution_time < :now) as due,
                   count(*) filter (where consecutive_failures > 0) as failing,
                   min(execution_time) as next, max(last_success) as last_success,
                   max(last_failure) as last_failure
            from scheduled_tasks group by task_name order by task_name
            """)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new Job(
                row.getString("task_name"),
                row.getLong("scheduled"),
                row.getLong("running"),
                row.getLong("due"),
                row.getLong("failing"),
                instant(row.getTimestamp("next")),
                instant(row.getTimestamp("last_success")),
                instant(row.getTimestamp("last_failure"))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** Counts of one kind of work. */
  record Job(
      String name,
      long scheduled,
      long running,
      long due,
      long failing,
      @Nullable Instant next,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure) {}
}
