package io.tyto.server.pipelines.desk;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunSummary;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.RunView.DecisionView;
import io.tyto.server.pipelines.RunView.EvidenceLink;
import io.tyto.server.pipelines.RunView.Hook;
import io.tyto.server.pipelines.RunView.PipelineRef;
import io.tyto.server.pipelines.RunView.StageView;
import io.tyto.server.pipelines.RunView.TaskView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows runs, with what this caller may do in them now. */
@Component
public class RunViews {
  private final TaskContexts contexts;
  private final EvidenceStore evidence;
  private final Traces traces;
  private final RunStore runs;
  private final Rights rights;
  private final Asking asking;
  private final Access access;

  RunViews(
      TaskContexts contexts,
      EvidenceStore evidence,
      Traces traces,
      RunStore runs,
      Rights rights,
      Asking asking,
      Access access) {
    this.contexts = contexts;
    this.evidence = evidence;
    this.traces = traces;
    this.runs = runs;
    this.rights = rights;
    this.asking = asking;
    this.access = access;
  }

  static RunSummary summary(RunHeader header, String title) {
    return new RunSummary(
        header.id(),
        header.project().value(),
        header.workItem().value(),
        title,
        packed(header),
        header.load().items().stream().map(WorkItemId::value).toList(),
        new PipelineRef(header.pipelineId(), header.pipelineVersion()),
        header.candidate(),
        header.state().name(),
        header.stage(),
        header.promoterName(),
        header.startedAt(),
        header.endedAt(),
        header.changeType().name());
  }

  private static RunView.@Nullable PackageRef packed(RunHeader header) {
    String id = header.load().packageId();
    return id == null ? null : new RunView.PackageRef(id, header.carried());
  }

  public RunView view(Run run, Actor caller) {
    RunHeader header = run.header();
    boolean control = access.may(caller.id(), Permission.RUNS_CONTROL, header.project());
    List<TaskContext> all = contexts.all(run);
    return new RunView(
        header.id(),
        header.project().value(),
        header.workItem().value(),
        packed(header),
        carried(header),
        new PipelineRef(header.pipelineId(), header.pipelineVersion()),
        header.candidate(),
        header.candidateDigest(),
        brought(all.getFirst().candidate()),
        run.state().name(),
        run.currentStage(),
        header.promoterName(),
        header.startedAt(),
        header.endedAt(),
        header.supersededBy(),
        control && run.state().open() ? List.of("abort") : List.of(),
        stages(all, run, caller, control),
        traces.bypasses(run).stream().map(RunViews::bypass).toList(),
        header.changeType().name());
  }

  private List<StageView> stages(List<TaskContext> all, Run run, Actor caller, boolean control) {
    List<EvidenceStore.Document> documents = evidence.listOf(run.id());
    List<String> withBackup = traces.withBackup(run);
    Map<String, RunView.Ahead> ahead = ahead(run, caller);
    List<StageView> stages = new ArrayList<>();
    run.stages()
        .keySet()
        .forEach(stage ->
            stages.add(
                new StageView(
                    stage,
                    run.stageState(stage).name(),
                    all.stream()
                        .filter(context -> context.task().stage().equals(stage))
                        .map(c ->
                            task(
                                c,
                                caller,
                                control,
                                documents,
                                withBackup,
                                ahead.get(c.task().id())))
                        .toList())));
    return stages;
  }

  private static List<RunView.Carried> carried(RunHeader header) {
    return header.load().parts().stream()
        .map(part -> new RunView.Carried(part.workItem().value(), part.candidate()))
        .toList();
  }

  private static List<RunView.Brought> brought(Candidate candidate) {
    return candidate.deliverables().stream().map(RunViews::brought).toList();
  }

  private static RunView.Brought brought(Deliverable deliverable) {
    return new RunView.Brought(
        deliverable.id(),
        deliverable.workItem().value(),
        deliverable.kind(),
        deliverable.name(),
        deliverable.externalId(),
        deliverable.version(),
        deliverable.author(),
        deliverable.digest());
  }

  private TaskView task(
      TaskContext context,
      Actor caller,
      boolean control,
      List<EvidenceStore.Document> documents,
      List<String> withBackup,
      RunView.@Nullable Ahead ahead) {
    RunTask task = context.task();
    List<String> actions = actions(context, caller, withBackup);
    return new TaskView(
        task.id(),
        task.name(),
        task.kind(),
        task.state().name(),
        task.group(),
        task.attempt(),
        task.waitingReason() == null ? null : task.waitingReason().name().toLowerCase(Locale.ROOT),
        assignees(context),
        task.startedAt(),
        task.endedAt(),
        message(context),
        context.verdicts().stream()
            .filter(v -> v.taskId().equals(task.id()))
            .map(v -> new DecisionView(v.kind().name(), v.by(), v.message(), v.at()))
            .toList(),
        documents.stream()
            .filter(document -> document.taskId().equals(task.id()))
            .map(d -> new EvidenceLink(d.name(), href(task.runId(), d.id())))
            .toList(),
        control ? hook(context) : null,
        actions.isEmpty() ? null : asking.of(context),
        actions,
        ahead);
  }

  /** By task; runs of projects that this caller may not read are left out. */
  private Map<String, RunView.Ahead> ahead(Run run, Actor caller) {
    if (run.tasks().stream().noneMatch(task -> task.waitsFor(WaitReason.ENVIRONMENT))) {
      return Map.of();
    }
    Map<String, RunView.Ahead> told = new HashMap<>();
    runs.ahead(run.id())
        .forEach((task, other) -> {
          if (!other.runId().equals(run.id())
              && access.may(caller.id(), Permission.PROJECT_READ, other.project())) {
            told.put(
                task, new RunView.Ahead(other.project().value(), other.runId(), other.carried()));
          }
        });
    return told;
  }

  /**
   * An aborted task stays as it was; what was sent before goes on at the target and is told here.
   */
  private static String message(TaskContext context) {
    String said = context.task().message();
    return context.task().state() != TaskState.ABORTED
        ? said
        : Stream.concat(
                Stream.of(said),
                context.effects().stream()
                    .filter(effect -> effect.environmentId() != null && effect.sentAt() != null)
                    .map(RunViews::afterwards))
            .collect(Collectors.joining("\n"));
  }

  private static String afterwards(Effect effect) {
    return effect.outcome().open()
        ? "Sent before, and watched until it is over; the system is busy until then. "
            + effect.summary()
        : "Sent before, and over since. " + effect.summary();
  }

  List<String> actions(TaskContext context, Actor caller, Collection<String> withBackup) {
    return ActionTable.possible(context.run(), context.task(), withBackup).stream()
        .filter(action -> rights.objection(context, action, caller).isEmpty())
        .map(RunAction::word)
        .toList();
  }

  /** The name of whom this caller would decide for as a deputy; null when for oneself. */
  @Nullable String behalf(TaskContext context, Actor caller) {
    VerdictStore.Behalf behalf = rights.behalf(context, caller, rights.digest(context));
    return behalf == null ? null : behalf.name();
  }

  private static @Nullable Hook hook(TaskContext context) {
    RunTask task = context.task();
    return task.waitsFor(WaitReason.MESSAGE)
            && task.token() != null
            && context.spec() instanceof TaskSpec.WaitForMessage awaited
        ? new Hook("/hooks/runs/" + task.runId() + "/messages/" + awaited.name(), task.token())
        : null;
  }

  private List<String> assignees(TaskContext context) {
    List<String> promoters = List.of("role:developer", "role:release-manager");
    return switch (context.spec()) {
      case TaskSpec.Approve approve -> rights.offered(context);
      case TaskSpec.Manual manual -> manual.by().isEmpty() ? promoters : manual.by();
      case TaskSpec.WaitForPromotion wait -> promoters;
      case TaskSpec.Deploy deploy when context.task().waitsFor(WaitReason.PERSON) -> promoters;
      default -> List.of();
    };
  }

  private static String href(String runId, String documentId) {
    return "/api/v1/runs/" + runId + "/documents/" + documentId;
  }

  private static RunView.BypassView bypass(Bypass bypass) {
    return new RunView.BypassView(
        bypass.taskId(),
        bypass.action(),
        bypass.askedName(),
        bypass.reason(),
        bypass.askedAt(),
        bypass.confirmedName());
  }
}
