package io.tyto.server.pipelines.calendar;

import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.run.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the calendar. */
@Component
class EntryStore {
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CalendarEntry> all() {
    return jdbc.sql("SELECT * FROM calendar_entry ORDER BY starts_at, id")
        .query(EntryStore::row)
        .list();
  }

  /** Of the project and of the whole server. */
  List<CalendarEntry> ofProject(String project) {
    return jdbc.sql(
            """
            SELECT * FROM calendar_entry WHERE project IS NULL OR project = :project
            ORDER BY starts_at, id
            """)
        .param("project", project)
        .query(EntryStore::row)
        .list();
  }

  Optional<CalendarEntry> find(String id) {
    return jdbc.sql("SELECT * FROM calendar_entry WHERE id = :id")
        .param("id", id)
        .query(EntryStore::row)
        .optional();
  }

  /** Held by whoever acts on what the calendar says, until the end of the transaction. */
  void shareLock() {
    jdbc.sql("SELECT pg_advisory_xact_lock_shared(4206)").query((row, n) -> 0).list();
  }

  /** Held by whoever changes the calendar. */
  void lock() {
    jdbc.sql("SELECT pg_advisory_xact_lock(4206)").query((row, n) -> 0).list();
  }

  /** Writes a new entry, or the next version of the one there. */
  void write(CalendarEntry entry) {
    jdbc.sql(
            """
            INSERT INTO calendar_entry VALUES (:id, :version, :kind, :name, :reason, :project,
              :environment, :type, :zone, :starts, :ends, :repeats, :until, :by, :at)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, kind = excluded.kind,
              name = excluded.name, reason = excluded.reason, project = excluded.project,
              environment_id = excluded.environment_id,
              environment_type = excluded.environment_type, time_zone = excluded.time_zone,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at,
              repeats = excluded.repeats, repeats_until = excluded.repeats_until,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .param("id", entry.id())
        .param("version", entry.version())
        .param("kind", entry.kind().name())
        .param("name", entry.name())
        .param("reason", entry.reason())
        .param("project", entry.project())
        .param("environment", entry.environmentId())
        .param("type", entry.environmentType() == null ? null : entry.environmentType().name())
        .param("zone", entry.timeZone().getId())
        .param("starts", entry.startsAt())
        .param("ends", entry.endsAt())
        .param("repeats", entry.repeats())
        .param("until", entry.repeatsUntil())
        .param("by", entry.changedBy())
        .param("at", SqlTime.at(entry.changedAt()))
        .update();
  }

  void remove(String id) {
    jdbc.sql("DELETE FROM calendar_entry WHERE id = :id").param("id", id).update();
  }

  private static CalendarEntry row(ResultSet row, int n) throws SQLException {
    String type = row.getString("environment_type");
    return new CalendarEntry(
        row.getString("id"),
        row.getInt("version"),
        CalendarEntry.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("reason"),
        row.getString("project"),
        row.getString("environment_id"),
        type == null ? null : EnvironmentView.Type.valueOf(type),
        ZoneId.of(row.getString("time_zone")),
        row.getObject("starts_at", LocalDateTime.class),
        row.getObject("ends_at", LocalDateTime.class),
        row.getString("repeats"),
        row.getObject("repeats_until", LocalDate.class),
        row.getString("changed_by"),
        SqlTime.of(row, "changed_at"));
  }
}
