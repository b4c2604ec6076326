package io.tyto.server.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored. */
record Row(
    String id,
    Instant at,
    String actorId,
    String actorName,
    String actorKind,
    @Nullable String project,
    String action,
    String subject,
    String details,
    @Nullable Long seq,
    @Nullable String hash) {

  static final String COLUMNS =
      """
      id, at, actor_id, actor_name, actor_kind, project, action, subject, details, seq,
      encode(hash, 'hex') as hash
      """;

  static Row read(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor_id"),
        row.getString("actor_name"),
        row.getString("actor_kind"),
        row.getString("project"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"),
        row.getObject("seq", Long.class),
        row.getString("hash"));
  }
}
