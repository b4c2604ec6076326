package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunSummary;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at runs and takes decisions in. */
@Component
class RunDesk implements Runs {
  private final RunStore runs;
  private final RunViews views;
  private final RunActions actions;
  private final EvidenceStore evidence;
  private final Projects projects;
  private final WorkItems items;
  private final TransactionTemplate tx;

  RunDesk(
      RunStore runs,
      RunViews views,
      RunActions actions,
      EvidenceStore evidence,
      Projects projects,
      WorkItems items,
      TransactionTemplate tx) {
    this.runs = runs;
    this.views = views;
    this.actions = actions;
    this.evidence = evidence;
    this.projects = projects;
    this.items = items;
    this.tx = tx;
  }

  @Override
  public Page<RunSummary> list(RunQuery query, PageQuery page, Actor caller) {
    List<String> readable =
        (query.project() == null
                ? projects.readableBy(caller.id()).stream()
                : projects.ifReadable(new ProjectKey(query.project()), caller.id()).stream())
            .map(ProjectKey::value)
            .toList();
    if (readable.isEmpty()) {
      return new Page<>(List.of(), null, null);
    }
    List<String> after = Cursor.read(page.cursor(), 1);
    List<RunHeader> rows =
        runs.list(
            readable,
            query.workItem(),
            query.state(),
            after.isEmpty() ? null : after.getFirst(),
            page.size());
    Map<WorkItemId, String> titles = items.titles(rows.stream().map(RunHeader::workItem).toList());
    return Page.cut(rows, page.size(), header -> Cursor.of(header.id()))
        .map(header -> RunViews.summary(header, titles.getOrDefault(header.workItem(), "")));
  }

  @Override
  public RunView get(String id, Actor caller) {
    return views.view(found(runs.find(id)), caller);
  }

  @Override
  public RunView act(String id, String taskId, RunAction action, ActionOrder order, Actor caller) {
    Optional<Refusal> afterwards =
        Objects.requireNonNull(
            tx.execute(status -> actions.act(found(runs.lock(id)), taskId, action, order, caller)));
    afterwards.ifPresent(refusal -> {
      throw refusal;
    });
    return get(id, caller);
  }

  @Override
  public RunView abort(String id, String reason, Actor caller) {
    tx.executeWithoutResult(
        status -> actions.abort(found(runs.lock(id)), ActionOrder.because(reason), caller));
    return get(id, caller);
  }

  @Override
  public void message(String id, String name, String token, String body) {
    tx.executeWithoutResult(status -> actions.message(found(runs.lock(id)), name, token, body));
  }

  @Override
  public Document document(String id, String documentId) {
    return evidence
        .find(id, documentId)
        .map(d -> new Document(d.name(), d.mediaType(), d.body()))
        .orElseThrow(RunDesk::missing);
  }

  static Run found(Optional<Run> run) {
    return run.orElseThrow(RunDesk::missing);
  }

  static Refusal missing() {
    return new Refusal(GeneralRefusal.NOT_FOUND, "There is no such thing here.");
  }
}
