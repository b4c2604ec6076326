package io.tyto.server.stories.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.StoryImport.Assigned;
import io.tyto.server.stories.WorkItemView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Rows of syncs under way, written by {@code COPY}. */
@Repository
class Staging {
  private static final String COPY =
      """
      COPY work_item_staging (sync_id, seq, whole, external_uuid, external_id, external_url, type,
        title, status_code, status_label, phase, priority, assignee, release_name, workstream, tags,
        start_date, due_date, changed_at, parents, assigned, description, content_hash, read_hash,
        assigned_hash)
      FROM STDIN
      """;
  private static final String COPY_ASSIGNED =
      """
      COPY work_item_staging (sync_id, seq, whole, external_uuid, type, assigned, assigned_hash)
      FROM STDIN
      """;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final AtomicLong sequence = new AtomicLong();

  Staging(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  void clear(String syncId) {
    jdbc.sql("DELETE FROM work_item_staging WHERE sync_id = :sync").param("sync", syncId).update();
  }

  /**
   * @return how many rows were written: items that read as known are none
   */
  int write(String syncId, List<ImportedItem> page, KnownItems known) {
    StringBuilder rows = new StringBuilder();
    StringBuilder told = new StringBuilder(1000);
    ReadHash hash = new ReadHash();
    int count = 0;
    for (ImportedItem item : page) {
      told.setLength(0);
      content(told, item);
      int content = told.length();
      relations(told, item);
      long reading = hash.of(told);
      if (!known.reads(item.externalUuid(), reading)) {
        begin(rows, syncId, true);
        rows.append(told);
        value(rows, hash.text(told.substring(0, content)));
        value(rows, reading);
        List<String> assigned = item.assigned();
        value(rows, assigned == null ? null : hash.ofSet(assigned));
        rows.setCharAt(rows.length() - 1, '\n');
        count++;
      }
    }
    copy(COPY, rows);
    return count;
  }

  void writeAssigned(String syncId, List<Assigned> page) {
    StringBuilder rows = new StringBuilder();
    ReadHash hash = new ReadHash();
    for (Assigned feature : page) {
      begin(rows, syncId, false);
      value(rows, feature.featureUuid());
      value(rows, WorkItemView.Type.FEATURE);
      array(rows, feature.stories());
      value(rows, hash.ofSet(feature.stories()));
      rows.setCharAt(rows.length() - 1, '\n');
    }
    copy(COPY_ASSIGNED, rows);
  }

  private void copy(String statement, StringBuilder rows) {
    if (rows.isEmpty()) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new ByteArrayInputStream(rows.toString().getBytes(UTF_8)));
    } catch (SQLException failed) {
      throw new IllegalStateException("A page could not be staged", failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  int count(String syncId) {
    return jdbc.sql("SELECT count(*) FROM work_item_staging WHERE sync_id = :sync")
        .param("sync", syncId)
        .query(Integer.class)
        .single();
  }

  private void begin(StringBuilder out, String syncId, boolean whole) {
    value(out, syncId);
    value(out, sequence.incrementAndGet());
    value(out, whole);
  }

  /**
   * What the content hash covers. The change marker is left out: touched is not changed. So is the
   * description, because not every reading carries it; it is compared when it is stored.
   */
  private static void content(StringBuilder out, ImportedItem item) {
    value(out, item.externalUuid());
    value(out, item.externalId());
    value(out, item.externalUrl());
    value(out, item.type());
    value(out, item.title());
    value(out, item.status().code());
    value(out, item.status().label());
    value(out, item.phase());
    value(out, item.priority());
    value(out, item.assignee());
    value(out, item.release());
    value(out, item.workstream());
    array(out, item.tags());
    value(out, item.startDate());
    value(out, item.dueDate());
  }

  private static void relations(StringBuilder out, ImportedItem item) {
    value(out, item.changedAt());
    array(out, item.parents());
    array(out, item.assigned());
    value(out, item.description());
  }

  private static void value(StringBuilder out, @Nullable Object value) {
    if (value == null) {
      out.append("\\N");
    } else {
      escape(out, value.toString());
    }
    out.append('\t');
  }

  private static void array(StringBuilder out, @Nullable List<String> values) {
    if (values == null) {
      out.append("\\N\t");
      return;
    }
    if (values.isEmpty()) {
      out.append("{}\t");
      return;
    }
    StringBuilder literal = new StringBuilder(40 * values.size()).append('{');
    for (String value : values) {
      literal.append(literal.length() > 1 ? ",\"" : "\"");
      quote(literal, value);
      literal.append('"');
    }
    escape(out, literal.append('}').toString());
    out.append('\t');
  }

  private static void quote(StringBuilder out, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append(text, done, i).append('\\');
        done = i;
      }
    }
    out.append(text, done, text.length());
  }

  /**
   * PostgreSQL has no place for the character zero. Most text needs no care and is copied whole.
   */
  private static void escape(StringBuilder out, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r' || c == '\0') {
        out.append(text, done, i).append(escaped(c));
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "";
    };
  }
}
