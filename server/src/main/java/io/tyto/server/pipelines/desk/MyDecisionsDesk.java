package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.MyDecisions;
import io.tyto.server.pipelines.trace.OwnDecisions;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages through what a person has decided. */
@Component
class MyDecisionsDesk implements MyDecisions {
  private final OwnDecisions decisions;
  private final Projects projects;
  private final WorkItems items;

  MyDecisionsDesk(OwnDecisions decisions, Projects projects, WorkItems items) {
    this.decisions = decisions;
    this.projects = projects;
    this.items = items;
  }

  @Override
  public Page<Decided> of(Actor caller, PageQuery page) {
    List<String> readable =
        projects.readableBy(caller.id()).stream().map(ProjectKey::value).toList();
    if (readable.isEmpty()) {
      return new Page<>(List.of(), null, null);
    }
    List<OwnDecisions.Row> rows =
        decisions.of(caller.id(), readable, before(page.cursor()), page.size());
    Map<WorkItemId, String> titles =
        items.titles(rows.stream().map(OwnDecisions.Row::item).distinct().toList());
    return Page.cut(rows, page.size(), row -> Cursor.of(row.decided().id()))
        .map(row ->
            titled(
                row.decided(),
                Objects.requireNonNullElse(
                    row.packageName(), titles.getOrDefault(row.item(), ""))));
  }

  private static @Nullable Long before(@Nullable String cursor) {
    List<String> parts = Cursor.read(cursor, 1);
    try {
      return parts.isEmpty() ? null : Long.valueOf(parts.getFirst());
    } catch (NumberFormatException foreign) {
      throw Refusal.at("cursor", GeneralRefusal.INVALID, "This cursor is of another list.");
    }
  }

  private static Decided titled(Decided one, String title) {
    return new Decided(
        one.id(),
        one.verdict(),
        one.project(),
        one.workItemId(),
        title,
        one.runId(),
        one.taskId(),
        one.stage(),
        one.name(),
        one.by(),
        one.behalf(),
        one.message(),
        one.at(),
        one.runState());
  }
}
