package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Subjects;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.pack.ReleasePackage;
import io.tyto.server.pipelines.pack.ReleasePackages;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a press of Promote means: a new run, the one that waits, or the one that runs. */
@Component
class PromotionDesk implements Promotions {
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice pipelines;
  private final RunStore runs;
  private final Round round;
  private final RunStarter starter;
  private final Packing packages;

  PromotionDesk(
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice pipelines,
      RunStore runs,
      Round round,
      RunStarter starter,
      Packing packages) {
    this.items = items;
    this.deliverables = deliverables;
    this.pipelines = pipelines;
    this.runs = runs;
    this.round = round;
    this.starter = starter;
    this.packages = packages;
  }

  @Override
  public Started start(Order order, Actor promoter) {
    WorkItemView item = items.get(order.workItem());
    Optional<String> answered = starter.answered(order, promoter);
    if (answered.isPresent()) {
      return starter.existing(answered.get(), promoter);
    }
    Candidate current = deliverables.current(item.id());
    RunHeader open = runs.openRunOf(item.id()).orElse(null);
    alone(item, open);
    unchanged(order, current);
    if (order.continues() != null) {
      return starter.release(order, order.continues(), Load.of(current), promoter);
    }
    outdated(order, current, open);
    return press(order, Load.of(current), open, () -> pipelines.of(item), promoter);
  }

  @Override
  public Started startPackage(PackageOrder wish, Actor promoter) {
    ReleasePackage packed = packages.packages().get(wish.project(), wish.packageId());
    Order order = wish.leadBy(packed.lead());
    Optional<String> answered = starter.answered(order, promoter);
    if (answered.isPresent()) {
      return starter.existing(answered.get(), promoter);
    }
    if (packed.archived()) {
      throw new Refusal(
          RunRefusal.PACKAGE_ARCHIVED,
          "%s is archived and is not promoted any more. Restore it first."
              .formatted(packed.name()));
    }
    List<Candidate> parts = packed.items().stream().map(deliverables::current).toList();
    Load load = new Load(packed, parts, deliverables.together(parts));
    if (wish.digest() != null && !wish.digest().equals(load.whole().digest())) {
      throw new Refusal(
          RunRefusal.CANDIDATE_OUTDATED,
          "What %s carries has changed since it was looked at. Look at its plan first."
              .formatted(packed.name()));
    }
    if (order.continues() != null) {
      return starter.release(order, order.continues(), load, promoter);
    }
    RunHeader open =
        runs.latestRunOfPackage(packed.id()).filter(run -> run.state().open()).orElse(null);
    return press(order, load, open, () -> through(packed), promoter);
  }

  private Started press(
      Order order,
      Load load,
      @Nullable RunHeader open,
      Supplier<PipelineView> through,
      Actor promoter) {
    if (open != null && (load.carriedBy(open) || open.state() == RunState.RUNNING)) {
      sameType(order, open);
      return starter.existing(open.id(), promoter);
    }
    PipelineView pipeline = PipelineChoice.under(through.get(), order.changeType());
    ChangeType type = Objects.requireNonNullElse(order.changeType(), pipeline.definition().usual());
    completed(load, pipeline);
    List<Target> targets =
        round.destinations().of(load.project(), pipeline.definition(), null, load.whole());
    List<GateSubject> parts =
        round
            .subjects()
            .of(GateSubject.Moment.PROMOTION, load.parts(), pipeline, targets, promoter.id());
    List<GateVerdict> passed = GateKeeper.refuse(round.gates().ask(parts), order.overrides());
    RunStarter.Wish wish =
        new RunStarter.Wish(round.destinations().timed(order, targets), type, passed);
    return starter.start(wish, load, pipeline, promoter);
  }

  /** A run keeps the type that it was started with. */
  static void sameType(Order order, RunHeader run) {
    ChangeType wanted = order.changeType();
    if (wanted != null && wanted != run.changeType()) {
      throw Refusal.at(
          "changeType",
          RunRefusal.CHANGE_TYPE_FIXED,
          "Run %s of %s goes as %s. Abort it to promote the same as %s."
              .formatted(run.id(), run.carried(), run.changeType(), wanted));
    }
  }

  private PipelineView through(ReleasePackage packed) {
    return packages
        .pipelines()
        .find(packed.pipelineId())
        .orElseThrow(() ->
            new Refusal(
                RunRefusal.NO_PIPELINE,
                "The release pipeline of %s is gone. Choose another for the package."
                    .formatted(packed.name())));
  }

  /** What packages need beside. */
  @Component
  record Packing(ReleasePackages packages, Pipelines pipelines) {}

  /** What asks the gates. */
  @Component
  record Round(Destinations destinations, Subjects subjects, GateKeeper gates) {}

  /** An item in a package's run goes with the package. */
  private static void alone(WorkItemView item, @Nullable RunHeader open) {
    if (open != null && open.load().together()) {
      throw new Refusal(
          RunRefusal.IN_RELEASE_PACKAGE,
          "%s is being promoted with the release package %s (run %s). Promote the package, or abort its run first."
              .formatted(item.id().value(), open.carried(), open.id()));
    }
  }

  /** A candidate that no run has frozen keeps its number while people work on it. */
  private static void unchanged(Order order, Candidate current) {
    if (order.digest() != null && !order.digest().equals(current.digest())) {
      throw new Refusal(
          RunRefusal.CANDIDATE_OUTDATED,
          "What %s carries has changed since it was looked at. Look at its plan first."
              .formatted(current.workItem().value()));
    }
  }

  private static void outdated(Order order, Candidate current, @Nullable RunHeader open) {
    Integer wanted = order.candidate();
    if (wanted != null && wanted != current.number()) {
      throw new Refusal(
          RunRefusal.CANDIDATE_OUTDATED,
          "Candidate %d was looked at, but the deliverables have changed: candidate %d is current. Look at its plan first."
              .formatted(wanted, current.number()));
    }
    if (wanted != null
        && open != null
        && open.state() == RunState.RUNNING
        && !Load.of(current).carriedBy(open)) {
      throw new Refusal(
          RunRefusal.RUN_IN_PROGRESS,
          "Candidate %d is running. Wait until it rests or abort it, then promote candidate %d."
              .formatted(open.candidate(), current.number()));
    }
  }

  private void completed(Load load, PipelineView pipeline) {
    Optional<RunHeader> latest =
        load.packed() == null
            ? runs.latestRunOf(load.whole().workItem())
            : runs.latestRunOfPackage(load.packed().id());
    latest
        .filter(run -> run.state() == RunState.COMPLETED)
        .filter(load::carriedBy)
        .filter(run -> run.pipelineId().equals(pipeline.id()))
        .filter(run -> Objects.equals(run.pipelineVersion(), pipeline.version()))
        .ifPresent(run -> {
          throw new Refusal(
              RunRefusal.ALREADY_COMPLETED,
              "%s candidate %d has been through this pipeline (run %s). New deliverables open the next candidate."
                  .formatted(load.name(), load.whole().number(), run.id()));
        });
  }
}
