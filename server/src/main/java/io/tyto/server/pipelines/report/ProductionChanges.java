package io.tyto.server.pipelines.report;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.report.ChangeRows.Arrival;
import io.tyto.server.pipelines.report.ProductionChange.Approval;
import io.tyto.server.pipelines.report.ProductionChange.LogLink;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import io.tyto.server.stories.WorkItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The report Changes in production: who wanted, made, tested, approved and imported what. */
@Service
public class ProductionChanges {
  private static final int MOST = 10_000;
  private static final Set<Verdict.Kind> TESTED =
      Set.of(Verdict.Kind.APPROVED, Verdict.Kind.COMPLETED);

  private final ChangeRows rows;
  private final RunStore runs;
  private final TaskContexts contexts;
  private final EvidenceStore evidence;
  private final VerdictStore verdicts;
  private final Environments environments;
  private final WorkItems items;

  ProductionChanges(
      ChangeRows rows,
      RunStore runs,
      TaskContexts contexts,
      EvidenceStore evidence,
      VerdictStore verdicts,
      Environments environments,
      WorkItems items) {
    this.rows = rows;
    this.runs = runs;
    this.contexts = contexts;
    this.evidence = evidence;
    this.verdicts = verdicts;
    this.environments = environments;
    this.items = items;
  }

  /** In the order of their arrival. */
  public List<ProductionChange> between(ProjectKey project, Period period) {
    List<Arrival> arrived = rows.between(project, period.begins(), period.ends(), MOST);
    Map<String, Told> told = new HashMap<>();
    List<ProductionChange> changes = new ArrayList<>();
    for (Arrival arrival : arrived) {
      Optional<EnvironmentView> at = environments.find(arrival.environment());
      if (at.filter(found -> found.type() == EnvironmentView.Type.PRODUCTION).isPresent()) {
        changes.add(change(arrival, at.get(), told.computeIfAbsent(arrival.runId(), this::told)));
      }
    }
    return titled(changes);
  }

  /** As an Excel workbook. */
  public byte[] sheet(ProjectKey project, Period period) {
    return ChangeSheet.of("Changes in production", ChangeTable.COLUMNS, cells(project, period));
  }

  /** As a PDF. */
  public byte[] paper(ProjectKey project, Period period) {
    return ChangePaper.of(
        "Changes in production of %s, %s to %s (UTC)"
            .formatted(project.value(), period.from(), period.to()),
        ChangeTable.COLUMNS,
        cells(project, period));
  }

  private List<List<String>> cells(ProjectKey project, Period period) {
    return between(project, period).stream().map(ChangeTable::cells).toList();
  }

  /** What a run tells of all its arrivals. */
  private record Told(
      List<TaskContext> tasks, List<EvidenceStore.Document> documents, List<Bypass> bypasses) {

    TaskContext task(String id) {
      return tasks.stream()
          .filter(context -> context.task().id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    List<Verdict> verdicts() {
      return tasks.getFirst().verdicts();
    }
  }

  private Told told(String runId) {
    return new Told(
        contexts.all(runs.find(runId).orElseThrow()),
        evidence.listOf(runId),
        verdicts.bypassesOf(runId));
  }

  private ProductionChange change(Arrival arrival, EnvironmentView at, Told told) {
    TaskContext deployment = told.task(arrival.taskId());
    Optional<Deliverable> deliverable =
        deployment.candidate().deliverables().stream()
            .filter(each -> each.id().equals(arrival.deliverableId()))
            .findFirst();
    return new ProductionChange(
        arrival.at(),
        at.name(),
        deliverable.map(Deliverable::workItem).orElse(deployment.run().header().workItem()).value(),
        "",
        deployment.run().header().load().packageName(),
        deployment.run().header().changeType().name(),
        arrival.kind(),
        arrival.externalId(),
        deliverable.map(Deliverable::name).orElse(arrival.externalId()),
        arrival.version(),
        deliverable.map(Deliverable::objects).orElse(List.of()),
        deployment.run().header().promoterName(),
        deliverable.map(ProductionChanges::developer).orElse(""),
        testers(deployment, told),
        approvals(deployment, told),
        importer(deployment, told),
        arrival.runId(),
        arrival.summary(),
        told.documents().stream()
            .filter(document -> document.taskId().equals(arrival.taskId()))
            .map(d -> new LogLink(d.name(), href(arrival.runId(), d.id())))
            .toList(),
        arrival.rolledBack(),
        bypasses(deployment, told));
  }

  /** What was gone around after the deployment had nothing to do with it. */
  private static List<Bypassed> bypasses(TaskContext deployment, Told told) {
    return told.bypasses().stream()
        .filter(bypass -> !before(deployment.task(), told.task(bypass.taskId()).task()))
        .map(bypass -> shown(deployment.run().header(), told.task(bypass.taskId()).task(), bypass))
        .toList();
  }

  private static Bypassed shown(RunHeader run, RunTask task, Bypass bypass) {
    return new Bypassed(
        bypass.askedAt(),
        run.id(),
        run.workItem().value(),
        run.load().packageName(),
        task.stage(),
        task.name(),
        bypass.action(),
        bypass.askedName(),
        bypass.reason(),
        bypass.confirmedName(),
        bypass.confirmedAt());
  }

  private static String developer(Deliverable deliverable) {
    return Objects.requireNonNullElse(deliverable.author(), deliverable.addedBy());
  }

  private static List<String> testers(TaskContext deployment, Told told) {
    return told.verdicts().stream()
        .filter(verdict -> TESTED.contains(verdict.kind()))
        .filter(verdict -> !stage(told, verdict).equals(deployment.task().stage()))
        .filter(verdict -> before(told.task(verdict.taskId()).task(), deployment.task()))
        .map(Verdict::userName)
        .distinct()
        .toList();
  }

  private static List<Approval> approvals(TaskContext deployment, Told told) {
    return told.verdicts().stream()
        .filter(verdict -> verdict.kind() == Verdict.Kind.APPROVED)
        .filter(verdict -> concerns(told.task(verdict.taskId()).task(), deployment.task()))
        .map(verdict -> new Approval(verdict.userName(), meaning(told, verdict), verdict.at()))
        .toList();
  }

  /** Before it in its stage, or afterwards, as an emergency's full approval is. */
  private static boolean concerns(RunTask approval, RunTask deployment) {
    return PipelineDefinition.AFTERWARDS.equals(approval.definedAs())
        || approval.stage().equals(deployment.stage()) && before(approval, deployment);
  }

  private static String meaning(Told told, Verdict verdict) {
    String what = told.task(verdict.taskId()).task().name();
    return verdict.message().isBlank() ? what : what + ": " + verdict.message();
  }

  /** By hand it is who entered the return codes; otherwise Tyto did it for who let it go on. */
  private static String importer(TaskContext deployment, Told told) {
    return told.verdicts().stream()
        .filter(verdict -> verdict.taskId().equals(deployment.task().id()))
        .filter(verdict -> verdict.kind() == Verdict.Kind.COMPLETED)
        .map(Verdict::userName)
        .reduce((earlier, later) -> later)
        .orElseGet(() -> "Tyto for " + promoter(deployment, told));
  }

  private static String promoter(TaskContext deployment, Told told) {
    return told.verdicts().stream()
        .filter(verdict -> verdict.kind() == Verdict.Kind.PROMOTED)
        .filter(verdict -> before(told.task(verdict.taskId()).task(), deployment.task()))
        .map(Verdict::userName)
        .reduce((earlier, later) -> later)
        .orElse(deployment.run().header().promoterName());
  }

  private static String stage(Told told, Verdict verdict) {
    return told.task(verdict.taskId()).task().stage();
  }

  private static boolean before(RunTask task, RunTask than) {
    return task.position().compareTo(than.position()) < 0;
  }

  private List<ProductionChange> titled(List<ProductionChange> changes) {
    Map<WorkItemId, String> titles =
        items.titles(changes.stream().map(c -> new WorkItemId(c.workItemId())).toList());
    return changes.stream()
        .map(change -> change.titled(titles.getOrDefault(new WorkItemId(change.workItemId()), "")))
        .toList();
  }

  private static String href(String runId, String documentId) {
    return "/api/v1/runs/" + runId + "/documents/" + documentId;
  }
}
