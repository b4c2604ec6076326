package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pipelines that name an environment: in their newest version, or in one that an open run pins. */
@Component
class PipelinesNaming implements EnvironmentUse {
  private final JdbcClient jdbc;

  PipelinesNaming(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Use> usesOf(EnvironmentId environment, String environmentName) {
    return jdbc.sql(
            """
            SELECT DISTINCT p.id, p.name, p.project
            FROM pipeline p JOIN pipeline_version v ON v.pipeline_id = p.id
            WHERE ((v.version = p.version AND NOT p.archived)
                OR EXISTS (SELECT 1 FROM run r
                           WHERE r.pipeline_id = p.id AND r.pipeline_version = v.version AND r.open))
              AND EXISTS (SELECT 1 FROM jsonb_path_query(v.definition, 'strict $.**.environment') e
                          WHERE lower(e #>> '{}') = lower(:name))
            ORDER BY p.project, p.name
            """)
        .param("name", environmentName)
        .query((row, n) ->
            new Use(
                "pipeline",
                row.getString("id"),
                row.getString("name"),
                new ProjectKey(row.getString("project")),
                true))
        .list();
  }
}
