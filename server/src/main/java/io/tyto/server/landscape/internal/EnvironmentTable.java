package io.tyto.server.landscape.internal;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentQuery;
import io.tyto.server.landscape.EnvironmentView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code environment}. */
@Repository
class EnvironmentTable {
  private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};
  private static final String SEEN =
      """
      (:all or exists (select 1 from project_environment p
                       where p.environment_id = e.id and p.project in (:projects)))
        and (cast(:connector as text) is null or e.connector = :connector)
        and (cast(:type as text) is null or e.type = :type)
        and (cast(:q as text) is null or e.name ilike :q)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EnvironmentTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param projects whose environments are seen; null for all environments
   */
  record Sight(@Nullable List<ProjectKey> projects) {}

  Optional<EnvironmentRow> find(EnvironmentId id) {
    return jdbc.sql("select * from environment where id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  Map<EnvironmentId, String> names(Collection<EnvironmentId> ids) {
    Map<EnvironmentId, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, name from environment where id in (:ids)")
          .param("ids", ids.stream().map(EnvironmentId::value).toList())
          .query(row -> {
            names.put(new EnvironmentId(row.getString("id")), row.getString("name"));
          });
    }
    return names;
  }

  Optional<EnvironmentRow> findLocked(EnvironmentId id) {
    return jdbc.sql("select * from environment where id = :id for update")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  List<EnvironmentRow> list(Sight sight, EnvironmentQuery query, @Nullable String afterName) {
    return jdbc.sql(
            """
            select e.* from environment e
            where %s
              and (cast(:after as text) is null or lower(e.name) > lower(cast(:after as text)))
            order by lower(e.name) limit :rows
            """
                .formatted(SEEN))
        .params(seen(sight, query))
        .param("after", afterName)
        .param("rows", query.page().size() + 1)
        .query(this::row)
        .list();
  }

  long count(Sight sight, EnvironmentQuery query) {
    return jdbc.sql("select count(*) from environment e where " + SEEN)
        .params(seen(sight, query))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> seen(Sight sight, EnvironmentQuery query) {
    Map<String, @Nullable Object> values = new HashMap<>();
    List<ProjectKey> projects = sight.projects();
    EnvironmentView.Type type = query.type();
    String q = query.q();
    values.put("all", projects == null);
    // An empty list is no SQL; no project has an empty key.
    values.put(
        "projects",
        projects == null || projects.isEmpty()
            ? List.of("")
            : projects.stream().map(ProjectKey::value).toList());
    values.put("connector", query.connector());
    values.put("type", type == null ? null : type.name());
    values.put(
        "q",
        q == null
            ? null
            : "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    return values;
  }

  boolean nameTaken(String name, EnvironmentId except) {
    return jdbc.sql(
            """
            select exists (
              select 1 from environment where lower(name) = lower(:name) and id <> :id)
            """)
        .param("name", name)
        .param("id", except.value())
        .query(Boolean.class)
        .single();
  }

  void insert(EnvironmentRow row) {
    jdbc.sql(
            """
            insert into environment (id, name, connector, type, mode, settings, credential_id,
              created_at, modified_at, version)
            values (:id, :name, :connector, :type, :mode, cast(:settings as jsonb), :credential,
              :created, :modified, 1)
            """)
        .params(columns(row))
        .param("connector", row.view().connector())
        .param("created", Timestamp.from(row.createdAt()))
        .update();
  }

  void update(EnvironmentRow row) {
    jdbc.sql(
            """
            update environment
            set name = :name, type = :type, mode = :mode, settings = cast(:settings as jsonb),
              credential_id = :credential, modified_at = :modified, version = version + 1
            where id = :id
            """)
        .params(columns(row))
        .update();
  }

  void delete(EnvironmentId id) {
    jdbc.sql("delete from environment where id = :id").param("id", id.value()).update();
  }

  List<EnvironmentRow> withCredentials(Collection<String> credentialIds) {
    return jdbc.sql("select * from environment where credential_id in (:ids) order by lower(name)")
        .param("ids", credentialIds)
        .query(this::row)
        .list();
  }

  private Map<String, @Nullable Object> columns(EnvironmentRow row) {
    EnvironmentView view = row.view();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", view.id().value());
    values.put("name", view.name());
    values.put("type", view.type().name());
    values.put("mode", view.mode().name());
    values.put("settings", json.writeValueAsString(view.settings()));
    values.put("credential", view.credentialId());
    values.put("modified", Timestamp.from(row.modifiedAt()));
    return values;
  }

  EnvironmentRow row(ResultSet row, int number) throws SQLException {
    return new EnvironmentRow(
        new EnvironmentView(
            new EnvironmentId(row.getString("id")),
            row.getString("name"),
            row.getString("connector"),
            EnvironmentView.Type.valueOf(row.getString("type")),
            EnvironmentView.Mode.valueOf(row.getString("mode")),
            json.readValue(row.getString("settings"), SETTINGS),
            row.getString("credential_id"),
            row.getInt("version")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("modified_at").toInstant());
  }
}
