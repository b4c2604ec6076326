package io.tyto.server.pipelines.plan;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Segment;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.plan.PromotionPlan.Continues;
import io.tyto.server.pipelines.plan.PromotionPlan.PipelineRef;
import io.tyto.server.pipelines.plan.PromotionPlan.PlannedTask;
import io.tyto.server.pipelines.promotion.PipelineChoice;
import io.tyto.server.pipelines.promotion.RunPlan;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Draws the plan. Asks the systems live; never changes anything; never in a transaction. */
@Service
public class PromotionPlanner {
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice choice;
  private final Pipelines pipelines;
  private final RunStore runs;
  private final GateKeeper gates;
  private final TargetPreview preview;

  PromotionPlanner(
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice choice,
      Pipelines pipelines,
      RunStore runs,
      GateKeeper gates,
      TargetPreview preview) {
    this.items = items;
    this.deliverables = deliverables;
    this.choice = choice;
    this.pipelines = pipelines;
    this.runs = runs;
    this.gates = gates;
    this.preview = preview;
  }

  /**
   * @throws Refusal {@code not-found}
   */
  public PromotionPlan plan(WorkItemId id, Actor promoter) {
    WorkItemView item = items.get(id);
    Candidate candidate = deliverables.current(id);
    Optional<Run> open = runs.openRunOf(id).flatMap(run -> runs.find(run.id()));
    Optional<Run> same = open.filter(run -> carries(run, candidate));
    try {
      PipelineView pipeline =
          same.map(run -> pipelines.get(run.header().pipelineId(), run.header().pipelineVersion()))
              .orElseGet(() -> choice.of(item));
      return drawn(item, candidate, same.orElse(null), pipeline, promoter);
    } catch (Refusal impossible) {
      return stopped(candidate, impossible);
    }
  }

  private PromotionPlan drawn(
      WorkItemView item,
      Candidate candidate,
      @Nullable Run run,
      PipelineView pipeline,
      Actor promoter) {
    Optional<RunTask> wait = Optional.ofNullable(run).flatMap(Run::promotable);
    PipelineDefinition definition = pipeline.definition();
    String after = wait.or(() -> released(run)).map(RunTask::definedAs).orElse(null);
    List<Stage> segment = Segment.of(definition, after);
    ProjectKey project = item.id().project();
    List<Target> targets = preview.targets(project, definition, segment, candidate);
    List<GateVerdict> verdicts =
        gates.ask(
            new GateSubject(
                GateSubject.Moment.PROMOTION, item, candidate, pipeline, targets, promoter.id()));
    return new PromotionPlan(
        candidate.number(),
        candidate.digest(),
        wait.map(task -> new Continues(task.runId(), task.id())).orElse(null),
        run == null ? null : run.id(),
        new PipelineRef(pipeline.id(), pipeline.version(), definition.name()),
        tasks(definition, candidate, after, targets),
        verdicts,
        preview.changes(project, targets),
        preview.nextWindow(project, targets));
  }

  /** A plan that says why there is none, in the words of the refusal. */
  private static PromotionPlan stopped(Candidate candidate, Refusal why) {
    String message = String.valueOf(why.getMessage());
    return new PromotionPlan(
        candidate.number(),
        candidate.digest(),
        null,
        null,
        null,
        List.of(),
        List.of(GateVerdict.stop(why.code().code(), message)),
        List.of(),
        null);
  }

  private List<PlannedTask> tasks(
      PipelineDefinition pipeline,
      Candidate candidate,
      @Nullable String after,
      List<Target> targets) {
    return RunPlan.segment(pipeline, candidate, after).stream()
        .map(task ->
            new PlannedTask(
                task.stage(),
                task.name(),
                task.kind(),
                task.group(),
                preview.note(pipeline, candidate, task, targets)))
        .toList();
  }

  /** A run that stands behind a wait shows what it has before it, not what it has behind it. */
  private static Optional<RunTask> released(@Nullable Run run) {
    return run == null
        ? Optional.empty()
        : run.tasks().stream()
            .filter(t -> t.kind().equals("wait-for-promotion") && t.state().passed())
            .reduce((earlier, later) -> later);
  }

  private static boolean carries(Run run, Candidate candidate) {
    return run.header().candidate() == candidate.number()
        && run.header().candidateDigest().equals(candidate.digest());
  }
}
