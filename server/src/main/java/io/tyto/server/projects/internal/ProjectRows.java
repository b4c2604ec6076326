package io.tyto.server.projects.internal;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.projects.ProjectSettings;
import io.tyto.server.projects.ProjectView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of projects. */
@Repository
class ProjectRows {
  private static final String VISIBLE =
      """
      from project p
      where (cast(:member as text) is null
             or exists (select 1 from project_member m
                        where m.project = p.key and m.user_id = :member))
        and (cast(:archived as boolean) is null or p.archived = :archived)
      """;

  private final JdbcClient jdbc;

  ProjectRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ProjectView> find(ProjectKey key) {
    return jdbc.sql("select * from project where key = :key")
        .param("key", key.value())
        .query(ProjectRows::view)
        .optional();
  }

  Optional<ProjectView> locked(ProjectKey key) {
    return jdbc.sql("select * from project where key = :key for update")
        .param("key", key.value())
        .query(ProjectRows::view)
        .optional();
  }

  boolean nameTaken(String name, ProjectKey except) {
    return jdbc.sql(
            """
            select exists (select 1 from project
                           where lower(name) = lower(:name) and key <> :key)
            """)
        .param("name", name)
        .param("key", except.value())
        .query(Boolean.class)
        .single();
  }

  void insert(ProjectKey key, String name, String description, Instant now) {
    jdbc.sql(
            """
            insert into project (key, name, description, created_at)
            values (:key, :name, :description, :now)
            """)
        .param("key", key.value())
        .param("name", name)
        .param("description", description)
        .param("now", Timestamp.from(now))
        .update();
  }

  void update(ProjectView now) {
    jdbc.sql(
            """
            update project
            set name = :name, description = :description, default_pipeline_id = :pipeline,
                component_required = :component, automatic_promotion = :automatic,
                transport_release = :release, archived = :archived, version = version + 1
            where key = :key
            """)
        .param("name", now.name())
        .param("description", now.description())
        .param("pipeline", now.defaultPipelineId())
        .param("component", now.settings().componentRequired())
        .param("automatic", now.settings().automaticPromotion())
        .param("release", now.settings().transportRelease())
        .param("archived", now.archived())
        .param("key", now.key().value())
        .update();
  }

  /**
   * @param member null for all projects
   */
  List<ProjectView> page(
      @Nullable UserId member, @Nullable Boolean archived, String after, int most) {
    return jdbc.sql("select p.* " + VISIBLE + " and p.key > :after order by p.key limit :most")
        .param("member", member == null ? null : member.value())
        .param("archived", archived)
        .param("after", after)
        .param("most", most)
        .query(ProjectRows::view)
        .list();
  }

  long count(@Nullable UserId member, @Nullable Boolean archived) {
    return jdbc.sql("select count(*) " + VISIBLE)
        .param("member", member == null ? null : member.value())
        .param("archived", archived)
        .query(Long.class)
        .single();
  }

  List<ProjectKey> keys() {
    return jdbc.sql("select key from project order by key")
        .query((row, n) -> new ProjectKey(row.getString("key")))
        .list();
  }

  private static ProjectView view(ResultSet row, int number) throws SQLException {
    return new ProjectView(
        new ProjectKey(row.getString("key")),
        row.getString("name"),
        row.getString("description"),
        row.getString("default_pipeline_id"),
        new ProjectSettings(
            row.getBoolean("component_required"),
            row.getBoolean("automatic_promotion"),
            row.getString("transport_release")),
        row.getBoolean("archived"),
        row.getInt("version"));
  }
}
