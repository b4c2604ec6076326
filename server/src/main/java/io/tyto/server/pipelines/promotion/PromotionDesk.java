package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a press of Promote means: a new run, the one that waits, or the one that runs. */
@Component
class PromotionDesk implements Promotions {
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice pipelines;
  private final RunStore runs;
  private final Destinations destinations;
  private final GateKeeper gates;
  private final RunStarter starter;

  PromotionDesk(
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice pipelines,
      RunStore runs,
      Destinations destinations,
      GateKeeper gates,
      RunStarter starter) {
    this.items = items;
    this.deliverables = deliverables;
    this.pipelines = pipelines;
    this.runs = runs;
    this.destinations = destinations;
    this.gates = gates;
    this.starter = starter;
  }

  @Override
  public Started start(Order order, Actor promoter) {
    WorkItemView item = items.get(order.workItem());
    Optional<String> answered = starter.answered(order, promoter);
    if (answered.isPresent()) {
      return starter.existing(answered.get(), promoter);
    }
    Candidate current = deliverables.current(item.id());
    if (order.continues() != null) {
      return starter.release(order, order.continues(), current, promoter);
    }
    RunHeader open = runs.openRunOf(item.id()).orElse(null);
    outdated(order, current, open);
    if (open != null && (same(open, current) || open.state() == RunState.RUNNING)) {
      return starter.existing(open.id(), promoter);
    }
    PipelineView pipeline = pipelines.of(item);
    completed(item, current, pipeline);
    List<Target> targets =
        destinations.of(item.id().project(), pipeline.definition(), null, current);
    List<GateVerdict> verdicts =
        gates.ask(
            new GateSubject(
                GateSubject.Moment.PROMOTION, item, current, pipeline, targets, promoter.id()));
    List<GateVerdict> passed = GateKeeper.refuse(verdicts, order.overrides());
    RunStarter.Wish wish = new RunStarter.Wish(destinations.timed(order, targets), passed);
    return starter.start(wish, item, pipeline, current, promoter);
  }

  private static boolean same(RunHeader open, Candidate current) {
    return open.candidate() == current.number() && open.candidateDigest().equals(current.digest());
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
        && !same(open, current)) {
      throw new Refusal(
          RunRefusal.RUN_IN_PROGRESS,
          "Candidate %d is running. Wait until it rests or abort it, then promote candidate %d."
              .formatted(open.candidate(), current.number()));
    }
  }

  private void completed(WorkItemView item, Candidate current, PipelineView pipeline) {
    runs.latestRunOf(item.id())
        .filter(run -> run.state() == RunState.COMPLETED)
        .filter(run -> same(run, current))
        .filter(run -> run.pipelineId().equals(pipeline.id()))
        .filter(run -> Objects.equals(run.pipelineVersion(), pipeline.version()))
        .ifPresent(run -> {
          throw new Refusal(
              RunRefusal.ALREADY_COMPLETED,
              "%s candidate %d has been through this pipeline (run %s). New deliverables open the next candidate."
                  .formatted(item.id().value(), current.number(), run.id()));
        });
  }
}
