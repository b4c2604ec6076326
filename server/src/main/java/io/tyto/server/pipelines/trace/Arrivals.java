package io.tyto.server.pipelines.trace;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.EnvironmentId;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether exactly this was ever brought somewhere and not taken back, whoever carried it. */
@Component
public class Arrivals {
  private final JdbcClient jdbc;

  Arrivals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public boolean arrived(EnvironmentId at, Deliverable deliverable) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM effect_item i JOIN effect e ON e.id = i.effect_id
              WHERE i.environment_id = :at AND i.kind = :kind AND i.external_id = :externalId
                AND (i.deliverable_id = :id OR i.digest = :digest)
                AND e.kind = 'DEPLOY' AND e.outcome = 'DONE' AND NOT e.rolled_back)
            """)
        .param("at", at.value())
        .param("kind", deliverable.kind())
        .param("externalId", Objects.requireNonNullElse(deliverable.externalId(), deliverable.id()))
        .param("id", deliverable.id())
        .param("digest", Objects.requireNonNullElse(deliverable.digest(), ""))
        .query(Boolean.class)
        .single();
  }
}
