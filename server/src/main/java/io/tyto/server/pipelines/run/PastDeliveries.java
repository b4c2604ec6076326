package io.tyto.server.pipelines.run;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.DeliveryHistory;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.Environments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  public Map<String, List<String>> reached(Collection<String> deliverableIds) {
    Map<String, List<EnvironmentId>> reached = new HashMap<>();
    if (!deliverableIds.isEmpty()) {
      jdbc.sql(
              """
              SELECT i.deliverable_id, i.environment_id
              FROM effect_item i JOIN effect e ON e.id = i.effect_id
              WHERE i.deliverable_id IN (:deliverables)
                AND e.kind = 'DEPLOY' AND e.outcome = 'DONE' AND NOT e.rolled_back
              GROUP BY i.deliverable_id, i.environment_id ORDER BY min(e.seq)
              """)
          .param("deliverables", deliverableIds)
          .query(row -> {
            reached
                .computeIfAbsent(row.getString("deliverable_id"), id -> new ArrayList<>())
                .add(new EnvironmentId(row.getString("environment_id")));
          });
    }
    return named(reached);
  }

  private Map<String, List<String>> named(Map<String, List<EnvironmentId>> reached) {
    Map<EnvironmentId, String> names =
        environments.names(
            reached.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<String, List<String>> named = new HashMap<>();
    reached.forEach((deliverable, ids) ->
        named.put(
            deliverable, ids.stream().map(id -> names.getOrDefault(id, id.value())).toList()));
    return named;
  }

  @Override
  public Set<String> completed(WorkItemId item) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT i.candidate FROM run_item i JOIN run r ON r.id = i.run_id
            WHERE i.work_item = :item AND r.state = 'COMPLETED'
            """)
        .param("item", item.value())
        .query((row, n) -> row.getInt(1))
        .list()
        .stream()
        .flatMap(number -> deliverables.candidate(item, number).deliverables().stream())
        .map(Deliverable::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
