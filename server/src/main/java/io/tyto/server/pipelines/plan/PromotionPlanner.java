package io.tyto.server.pipelines.plan;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Segment;
import io.tyto.server.pipelines.gate.Subjects;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.pack.ReleasePackage;
import io.tyto.server.pipelines.plan.PromotionPlan.Continues;
import io.tyto.server.pipelines.plan.PromotionPlan.PipelineRef;
import io.tyto.server.pipelines.plan.PromotionPlan.PlannedTask;
import io.tyto.server.pipelines.promotion.PipelineChoice;
import io.tyto.server.pipelines.promotion.RunPlan;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunLoad;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Draws the plan. Asks the systems live; never changes anything; never in a transaction. */
@Service
public class PromotionPlanner {
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice choice;
  private final Pipelines pipelines;
  private final RunStore runs;
  private final Asking asking;
  private final TargetPreview preview;

  PromotionPlanner(
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice choice,
      Pipelines pipelines,
      RunStore runs,
      Asking asking,
      TargetPreview preview) {
    this.items = items;
    this.deliverables = deliverables;
    this.choice = choice;
    this.pipelines = pipelines;
    this.runs = runs;
    this.asking = asking;
    this.preview = preview;
  }

  /**
   * @param type of the change, when a run would start; the usual one when null
   * @throws Refusal {@code not-found}
   */
  public PromotionPlan plan(WorkItemId id, @Nullable ChangeType type, Actor promoter) {
    return drawn(outlook(id, type, promoter));
  }

  /** The same for all items of a package together. */
  public PromotionPlan plan(ReleasePackage packed, @Nullable ChangeType type, Actor promoter) {
    List<Candidate> parts = packed.items().stream().map(deliverables::current).toList();
    Optional<RunHeader> open =
        runs.latestRunOfPackage(packed.id()).filter(run -> run.state().open());
    return drawn(
        outlook(
            parts,
            open,
            () ->
                pipelines
                    .find(packed.pipelineId())
                    .map(pipeline -> PipelineChoice.under(pipeline, type))
                    .orElseThrow(() ->
                        new Refusal(
                            RunRefusal.NO_PIPELINE,
                            "The release pipeline of %s is gone. Choose another for the package."
                                .formatted(packed.name()))),
            promoter));
  }

  /**
   * The plan of one item as a change of a type, without what each target would see change, which
   * takes long to ask.
   *
   * @throws Refusal {@code not-found}
   */
  public Outlook outlook(WorkItemId id, @Nullable ChangeType type, Actor promoter) {
    WorkItemView item = items.get(id);
    List<Candidate> parts = List.of(deliverables.current(id));
    Optional<RunHeader> open = runs.openRunOf(id);
    if (open.filter(run -> run.load().together()).isPresent()) {
      return stopped(
          parts.getFirst(),
          new Refusal(
              RunRefusal.IN_RELEASE_PACKAGE,
              "%s is being promoted with the release package %s. Promote the package."
                  .formatted(id.value(), open.get().carried())));
    }
    return outlook(parts, open, () -> PipelineChoice.under(choice.of(item), type), promoter);
  }

  private Outlook outlook(
      List<Candidate> parts,
      Optional<RunHeader> open,
      Supplier<PipelineView> through,
      Actor promoter) {
    Candidate whole = parts.size() == 1 ? parts.getFirst() : deliverables.together(parts);
    try {
      Step step = step(whole, parts, open, through, promoter);
      return new Outlook(
          whole,
          step.run(),
          step.pipeline(),
          step.after(),
          step.targets(),
          asking.gates().ask(step.subjects()));
    } catch (Refusal impossible) {
      return stopped(whole, impossible);
    }
  }

  /** What the gates say of each item of a package that is under way, before its next step. */
  public Map<WorkItemId, List<GateVerdict>> verdicts(RunHeader packed, Actor promoter) {
    List<Candidate> parts = packed.load().items().stream().map(deliverables::current).toList();
    Map<WorkItemId, List<GateVerdict>> verdicts = new HashMap<>();
    try {
      step(deliverables.together(parts), parts, Optional.of(packed), () -> under(packed), promoter)
          .subjects()
          .forEach(each -> verdicts.put(each.item().id(), asking.gates().ask(each)));
    } catch (Refusal impossible) {
      parts.forEach(part -> verdicts.put(part.workItem(), List.of(stop(impossible))));
    }
    return verdicts;
  }

  /**
   * What a press of Promote would set going.
   *
   * @param run the open run that carries exactly this
   */
  private record Step(
      @Nullable Run run,
      PipelineView pipeline,
      @Nullable String after,
      List<Target> targets,
      List<GateSubject> subjects) {}

  private Step step(
      Candidate whole,
      List<Candidate> parts,
      Optional<RunHeader> open,
      Supplier<PipelineView> through,
      Actor promoter) {
    Run run =
        open.filter(header -> carries(header, parts))
            .flatMap(header -> runs.find(header.id()))
            .orElse(null);
    PipelineView pipeline = run == null ? through.get() : under(run.header());
    String after =
        Optional.ofNullable(run)
            .flatMap(Run::promotable)
            .or(() -> released(run))
            .map(RunTask::definedAs)
            .orElse(null);
    List<Target> targets =
        preview.targets(
            whole.workItem().project(),
            pipeline.definition(),
            Segment.of(pipeline.definition(), after),
            whole);
    return new Step(
        run,
        pipeline,
        after,
        targets,
        asking
            .subjects()
            .of(GateSubject.Moment.PROMOTION, parts, pipeline, targets, promoter.id()));
  }

  private PipelineView under(RunHeader run) {
    return pipelines.get(run.pipelineId(), run.pipelineVersion()).under(run.changeType());
  }

  /** What asks the gates. */
  @Component
  record Asking(GateKeeper gates, Subjects subjects) {}

  private PromotionPlan drawn(Outlook outlook) {
    PipelineView pipeline = outlook.pipeline();
    Candidate whole = outlook.whole();
    return new PromotionPlan(
        whole.number(),
        whole.digest(),
        outlook.promotable().map(task -> new Continues(task.runId(), task.id())).orElse(null),
        outlook.run() == null ? null : outlook.run().id(),
        pipeline == null
            ? null
            : new PipelineRef(
                pipeline.id(),
                pipeline.version(),
                pipeline.definition().name(),
                pipeline.definition().changeTypes()),
        pipeline == null
            ? List.of()
            : tasks(pipeline.definition(), whole, outlook.after(), outlook.targets()),
        outlook.verdicts(),
        preview.changes(whole.workItem().project(), outlook.targets()),
        preview.nextWindow(whole.workItem().project(), outlook.targets()));
  }

  /** One that says why there is none, in the words of the refusal. */
  private static Outlook stopped(Candidate whole, Refusal why) {
    return new Outlook(whole, null, null, null, List.of(), List.of(stop(why)));
  }

  private static GateVerdict stop(Refusal why) {
    return GateVerdict.stop(why.code().code(), String.valueOf(why.getMessage()), "");
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

  private static boolean carries(RunHeader run, List<Candidate> parts) {
    return run.load()
        .parts()
        .equals(
            parts.stream()
                .map(part -> new RunLoad.Part(part.workItem(), part.number(), part.digest()))
                .toList());
  }
}
