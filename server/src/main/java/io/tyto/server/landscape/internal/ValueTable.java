package io.tyto.server.landscape.internal;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code parameter_value}. */
@Repository
class ValueTable {
  private final JdbcClient jdbc;

  ValueTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose values. */
  record Place(ProjectKey project, EnvironmentId environment, String artifactId) {}

  Map<String, String> values(Place place) {
    Map<String, String> values = new TreeMap<>();
    jdbc.sql(
            """
            select key, value from parameter_value
            where project = :project and environment_id = :environment and artifact_id = :artifact
            """)
        .param("project", place.project().value())
        .param("environment", place.environment().value())
        .param("artifact", place.artifactId())
        .query(row -> {
          values.put(row.getString("key"), row.getString("value"));
        });
    return values;
  }

  void put(Place place, String key, String value, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into parameter_value (project, environment_id, artifact_id, key, value,
              modified_by, modified_at)
            values (:project, :environment, :artifact, :key, :value, :by, :at)
            on conflict (project, environment_id, artifact_id, key) do update
              set value = excluded.value, modified_by = excluded.modified_by,
                modified_at = excluded.modified_at
            """)
        .param("project", place.project().value())
        .param("environment", place.environment().value())
        .param("artifact", place.artifactId())
        .param("key", key)
        .param("value", value)
        .param("by", by.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  void remove(Place place, String key) {
    jdbc.sql(
            """
            delete from parameter_value
            where project = :project and environment_id = :environment
              and artifact_id = :artifact and key = :key
            """)
        .param("project", place.project().value())
        .param("environment", place.environment().value())
        .param("artifact", place.artifactId())
        .param("key", key)
        .update();
  }
}
