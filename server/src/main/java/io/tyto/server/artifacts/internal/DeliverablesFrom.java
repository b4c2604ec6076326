package io.tyto.server.artifacts.internal;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work items with deliverables from an environment; removed ones count, their history stays. */
@Component
class DeliverablesFrom implements EnvironmentUse {
  private final JdbcClient jdbc;

  DeliverablesFrom(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Use> usesOf(EnvironmentId environment, String environmentName) {
    return jdbc.sql(
            """
            SELECT project, min(work_item) AS first, count(DISTINCT work_item) AS items
            FROM deliverable WHERE environment_id = :environment GROUP BY project ORDER BY project
            """)
        .param("environment", environment.value())
        .query((row, n) -> {
          String first = row.getString("first");
          int more = row.getInt("items") - 1;
          return new Use(
              "deliverable",
              first,
              more == 0 ? "of " + first : "of " + first + " and " + more + " more",
              new ProjectKey(row.getString("project")),
              false);
        })
        .list();
  }
}
