package io.tyto.server.audit.internal;

import io.tyto.server.audit.AuditLog;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries and the head of their chain. */
@Repository
class AuditRows {
  private static final String FILTER =
      """
       (cast(:project as text) is null or project = :project)
        and (cast(:actor as text) is null or actor_id = :actor or actor_name = :actor)
        and (cast(:action as text) is null or action = :action)
        and (cast(:subject as text) is null or subject = :subject)
        and (cast(:from as timestamptz) is null or at >= :from)
        and (cast(:to as timestamptz) is null or at < :to)
      """;

  private final JdbcClient jdbc;

  AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param before id of the last one seen; null from the newest
   */
  List<Row> newestFirst(AuditLog.Filter filter, @Nullable String before, int most) {
    return filtered(
            "select "
                + Row.COLUMNS
                + " from audit_entry where "
                + FILTER
                + " and (cast(:before as text) is null or id < :before)"
                + " order by id desc limit :most",
            filter)
        .param("before", before)
        .param("most", most)
        .query(Row::read)
        .list();
  }

  long count(AuditLog.Filter filter) {
    return filtered("select count(*) from audit_entry where " + FILTER, filter)
        .query(Long.class)
        .single();
  }

  List<Row> sealedAfter(AuditLog.Filter filter, long seq, int most) {
    return filtered(
            "select "
                + Row.COLUMNS
                + " from audit_entry where "
                + FILTER
                + " and seq > :seq order by seq limit :most",
            filter)
        .param("seq", seq)
        .param("most", most)
        .query(Row::read)
        .list();
  }

  List<Row> unsealed(int most) {
    return jdbc.sql(
            "select " + Row.COLUMNS + " from audit_entry where seq is null order by id limit :most")
        .param("most", most)
        .query(Row::read)
        .list();
  }

  long unsealedCount() {
    return jdbc.sql("select count(*) from audit_entry where seq is null")
        .query(Long.class)
        .single();
  }

  Optional<Instant> oldestUnsealed() {
    return jdbc.sql("select at from audit_entry where seq is null order by at limit 1")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  Optional<String> hashAt(long seq) {
    return jdbc.sql("select encode(hash, 'hex') from audit_entry where seq = :seq")
        .param("seq", seq)
        .query(String.class)
        .optional();
  }

  Head head() {
    return jdbc.sql("select seq, encode(hash, 'hex') as hash from audit_head")
        .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
        .single();
  }

  /** Keeps every other sealer out until the transaction ends. */
  Head lockedHead() {
    return jdbc.sql("select seq, encode(hash, 'hex') as hash from audit_head for update")
        .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
        .single();
  }

  /**
   * @param seals JSON array of {@code {id, seq, hash}}
   */
  void seal(String seals, Head head) {
    jdbc.sql(
            """
            update audit_entry e set seq = s.seq, hash = decode(s.hash, 'hex')
            from jsonb_to_recordset(cast(:seals as jsonb)) as s(id text, seq bigint, hash text)
            where e.id = s.id
            """)
        .param("seals", seals)
        .update();
    jdbc.sql("update audit_head set seq = :seq, hash = decode(:hash, 'hex')")
        .param("seq", head.seq())
        .param("hash", head.hash())
        .update();
  }

  private JdbcClient.StatementSpec filtered(String sql, AuditLog.Filter filter) {
    return jdbc.sql(sql)
        .param("project", filter.project())
        .param("actor", filter.actor())
        .param("action", filter.action())
        .param("subject", filter.subject())
        .param("from", timestamp(filter.from()))
        .param("to", timestamp(filter.to()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  /** Where the chain ends. */
  record Head(long seq, String hash) {}
}
