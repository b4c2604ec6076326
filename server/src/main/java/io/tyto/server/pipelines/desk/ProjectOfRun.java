package io.tyto.server.pipelines.desk;

import io.tyto.server.identity.ProjectOf;
import io.tyto.server.kernel.ProjectKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads from a run to its project. */
@Component
class ProjectOfRun implements ProjectOf {
  private final JdbcClient jdbc;

  ProjectOfRun(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String resource() {
    return "run";
  }

  @Override
  public Optional<ProjectKey> projectOf(String id) {
    return jdbc.sql("SELECT project FROM run WHERE id = :id")
        .param("id", id)
        .query((row, n) -> new ProjectKey(row.getString(1)))
        .optional();
  }
}
