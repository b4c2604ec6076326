package io.tyto.server.stories.internal;

import io.tyto.server.stories.ImportedItem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
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
      COPY work_item_staging (sync_id, seq, external_uuid, external_id, external_url, type, title,
        status_code, status_label, phase, priority, assignee, release_name, workstream, tags,
        start_date, due_date, changed_at, content_hash, parents, assigned, description)
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

  void write(String syncId, List<ImportedItem> page) {
    StringBuilder rows = new StringBuilder(page.size() * 400);
    page.forEach(item -> row(rows, syncId, sequence.incrementAndGet(), item));
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(COPY, new StringReader(rows.toString()));
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

  private static void row(StringBuilder out, String syncId, long seq, ImportedItem item) {
    StringBuilder content = new StringBuilder(300);
    value(content, item.externalUuid());
    value(content, item.externalId());
    value(content, item.externalUrl());
    value(content, item.type().name());
    value(content, item.title());
    value(content, item.status().code());
    value(content, item.status().label());
    value(content, item.phase());
    value(content, item.priority());
    value(content, item.assignee());
    value(content, item.release());
    value(content, item.workstream());
    array(content, item.tags());
    value(content, item.startDate());
    value(content, item.dueDate());
    int meaning = content.length();
    value(content, item.changedAt());
    value(out, syncId);
    value(out, seq);
    out.append(content);
    value(out, hash(content.substring(0, meaning)));
    array(out, item.parents());
    array(out, item.assigned());
    value(out, item.description());
    out.setCharAt(out.length() - 1, '\n');
  }

  /**
   * The change marker is left out: touched is not changed. So is the description, because not every
   * reading carries it; it is compared when it is stored.
   */
  private static String hash(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void value(StringBuilder out, @Nullable Object value) {
    if (value == null) {
      out.append("\\N");
    } else {
      escape(out, value.toString());
    }
    out.append('\t');
  }

  private static void array(StringBuilder out, List<String> values) {
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
