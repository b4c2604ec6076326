package io.tyto.server.pipelines.run;

import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.DeliveryHistory;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells artifacts where deliverables have been, from the effects that brought them there. */
@Component
class PastDeliveries implements DeliveryHistory {
  private final JdbcClient jdbc;
  private final Environments environments;
  private final Deliverables deliverables;

  PastDeliveries(JdbcClient jdbc, Environments environments, Deliverables deliverables) {
    this.jdbc = jdbc;
    this.environments = environments;
    this.deliverables = deliverables;
  }

  @Override
  public List<String> reached(String deliverableId) {
    return jdbc
        .sql(
            """
            SELECT i.environment_id
            FROM effect_item i JOIN effect e ON e.id = i.effect_id
            WHERE i.deliverable_id = :deliverable
              AND e.kind = 'DEPLOY' AND e.outcome = 'DONE' AND NOT e.rolled_back
            GROUP BY i.environment_id ORDER BY min(e.seq)
            """)
        .param("deliverable", deliverableId)
        .query((row, n) -> row.getString(1))
        .list()
        .stream()
        .map(id -> environments.find(new EnvironmentId(id)).map(EnvironmentView::name).orElse(id))
        .toList();
  }

  @Override
  public boolean completed(WorkItemId item, String deliverableId) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT i.candidate FROM run_item i JOIN run r ON r.id = i.run_id
            WHERE i.work_item = :item AND r.state = 'COMPLETED'
            """)
        .param("item", item.value())
        .query(Integer.class)
        .list()
        .stream()
        .flatMap(number -> deliverables.candidate(item, number).deliverables().stream())
        .anyMatch(carried -> carried.id().equals(deliverableId));
  }
}
