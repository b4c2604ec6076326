package io.tyto.server.landscape.internal;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which project uses which environment, and its landscapes. */
@Repository
class ProjectTable {
  private static final String USED =
      """
      select e.*, p.source from project_environment p join environment e on e.id = p.environment_id
      where p.project = :project
      """;

  private final JdbcClient jdbc;
  private final EnvironmentTable environments;

  ProjectTable(JdbcClient jdbc, EnvironmentTable environments) {
    this.jdbc = jdbc;
    this.environments = environments;
  }

  List<Environments.Used> used(ProjectKey project) {
    return jdbc.sql(USED + " order by lower(e.name)")
        .param("project", project.value())
        .query((row, n) ->
            new Environments.Used(environments.row(row, n).view(), row.getBoolean("source")))
        .list();
  }

  Optional<Environments.Used> used(ProjectKey project, EnvironmentId id) {
    return jdbc.sql(USED + " and e.id = :id")
        .param("project", project.value())
        .param("id", id.value())
        .query((row, n) ->
            new Environments.Used(environments.row(row, n).view(), row.getBoolean("source")))
        .optional();
  }

  List<ProjectKey> projectsOf(EnvironmentId id) {
    return jdbc.sql(
            "select project from project_environment where environment_id = :id order by project")
        .param("id", id.value())
        .query((row, n) -> new ProjectKey(row.getString("project")))
        .list();
  }

  void use(ProjectKey project, EnvironmentId id, boolean source) {
    jdbc.sql(
            """
            insert into project_environment (project, environment_id, source)
            values (:project, :id, :source)
            on conflict (project, environment_id) do update set source = excluded.source
            """)
        .param("project", project.value())
        .param("id", id.value())
        .param("source", source)
        .update();
  }

  /** Its values for parameters go with it. */
  void drop(ProjectKey project, EnvironmentId id) {
    jdbc.sql("delete from parameter_value where project = :project and environment_id = :id")
        .param("project", project.value())
        .param("id", id.value())
        .update();
    jdbc.sql("delete from project_environment where project = :project and environment_id = :id")
        .param("project", project.value())
        .param("id", id.value())
        .update();
  }

  List<Landscape> landscapes(ProjectKey project) {
    return jdbc.sql(
            """
            select name, environments from project_landscape
            where project = :project order by position
            """)
        .param("project", project.value())
        .query((row, n) ->
            new Landscape(
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("environments").getArray())
                    .map(EnvironmentId::new)
                    .toList()))
        .list();
  }

  void arrange(ProjectKey project, List<Landscape> landscapes) {
    jdbc.sql("delete from project_landscape where project = :project")
        .param("project", project.value())
        .update();
    for (int i = 0; i < landscapes.size(); i++) {
      Landscape landscape = landscapes.get(i);
      jdbc.sql(
              """
              insert into project_landscape (project, position, name, environments)
              values (:project, :position, :name, :environments)
              """)
          .param("project", project.value())
          .param("position", i)
          .param("name", landscape.name())
          .param(
              "environments",
              landscape.environments().stream().map(EnvironmentId::value).toArray(String[]::new))
          .update();
    }
  }

  /** Serializes changes of one project's landscape. */
  void lock(ProjectKey project) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('landscape'), hashtext(:project))::text")
        .param("project", project.value())
        .query(String.class)
        .single();
  }
}
