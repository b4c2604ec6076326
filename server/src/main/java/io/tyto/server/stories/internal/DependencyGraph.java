package io.tyto.server.stories.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.StoryRefusal;
import io.tyto.server.stories.WorkItemView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dependencies as rows; who adds one takes turns in the project, so that two cannot make a cycle.
 */
@Service
class DependencyGraph implements Dependencies {
  private final JdbcClient jdbc;
  private final WorkItemStore items;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DependencyGraph(
      JdbcClient jdbc,
      WorkItemStore items,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Neighbours of(WorkItemId item) {
    List<WorkItemView> predecessors = new ArrayList<>();
    List<WorkItemView> successors = new ArrayList<>();
    jdbc.sql(
            "SELECT w.*, d.before, "
                + WorkItemRows.RELATED
                + """
                FROM work_item w JOIN (
                  SELECT predecessor AS id, true AS before
                  FROM work_item_dependency WHERE work_item = :item
                  UNION ALL
                  SELECT work_item, false FROM work_item_dependency WHERE predecessor = :item
                ) d ON d.id = w.id ORDER BY w.number
                """)
        .param("item", item.value())
        .query(row -> {
          (row.getBoolean("before") ? predecessors : successors).add(WorkItemRows.view(row, 0));
        });
    return new Neighbours(predecessors, successors);
  }

  @Override
  public Map<WorkItemId, Set<WorkItemId>> among(Collection<WorkItemId> wanted) {
    Map<WorkItemId, Set<WorkItemId>> found = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      jdbc.sql(
              """
              SELECT work_item, predecessor FROM work_item_dependency
              WHERE work_item IN (:items) AND predecessor IN (:items)
              ORDER BY work_item, predecessor
              """)
          .param("items", wanted.stream().map(WorkItemId::value).toList())
          .query(row -> {
            found
                .computeIfAbsent(
                    new WorkItemId(row.getString("work_item")), item -> new LinkedHashSet<>())
                .add(new WorkItemId(row.getString("predecessor")));
          });
    }
    return found;
  }

  @Override
  @Transactional
  public void add(WorkItemId item, WorkItemId predecessor, Actor actor) {
    if (!item.project().equals(predecessor.project()) || items.find(predecessor).isEmpty()) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND,
          "There is no work item %s in %s.".formatted(predecessor.value(), item.project().value()));
    }
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:project, 11))")
        .param("project", item.project().value())
        .query((row, n) -> 0)
        .list();
    way(predecessor, item)
        .ifPresent(way -> {
          throw new Refusal(
              StoryRefusal.DEPENDENCY_CYCLE,
              "%s cannot come after %s, because that goes round: %s. Remove one of these dependencies first."
                  .formatted(item.value(), predecessor.value(), item.value() + " after " + way));
        });
    int added =
        jdbc.sql(
                """
                INSERT INTO work_item_dependency (work_item, predecessor, added_by, added_at)
                VALUES (:item, :predecessor, :by, :now) ON CONFLICT DO NOTHING
                """)
            .param("item", item.value())
            .param("predecessor", predecessor.value())
            .param("by", actor.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    note(added, "dependency-added", item, predecessor, actor);
  }

  @Override
  @Transactional
  public void remove(WorkItemId item, WorkItemId predecessor, Actor actor) {
    int removed =
        jdbc.sql(
                """
                DELETE FROM work_item_dependency
                WHERE work_item = :item AND predecessor = :predecessor
                """)
            .param("item", item.value())
            .param("predecessor", predecessor.value())
            .update();
    note(removed, "dependency-removed", item, predecessor, actor);
  }

  /** How one item already comes after another: {@code BHA-2 after BHA-5 after BHA-1}. */
  private Optional<String> way(WorkItemId from, WorkItemId to) {
    return jdbc.sql(
            """
            WITH RECURSIVE walk (item, way) AS (
              SELECT :from, ARRAY[:from]
              UNION ALL
              SELECT d.predecessor, walk.way || d.predecessor
              FROM walk JOIN work_item_dependency d ON d.work_item = walk.item
              WHERE d.predecessor <> ALL (walk.way) AND walk.item <> :to
            )
            SELECT array_to_string(way, ' after ') FROM walk WHERE item = :to
            ORDER BY cardinality(way) LIMIT 1
            """)
        .param("from", from.value())
        .param("to", to.value())
        .query(String.class)
        .optional();
  }

  private void note(int rows, String action, WorkItemId item, WorkItemId predecessor, Actor actor) {
    if (rows == 0) {
      return;
    }
    audit.record(
        actor,
        new Audited.Entry(
            item.project(),
            action,
            "work-item/" + item.value(),
            Map.of("predecessor", predecessor.value())));
    events.publishEvent(new LiveEvent(item.project(), "work-items", item.value()));
    events.publishEvent(new LiveEvent(item.project(), "work-items", predecessor.value()));
  }
}
