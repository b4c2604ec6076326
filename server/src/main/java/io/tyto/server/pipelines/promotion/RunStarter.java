package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions.Continues;
import io.tyto.server.pipelines.Promotions.Order;
import io.tyto.server.pipelines.Promotions.Started;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.desk.Endings;
import io.tyto.server.pipelines.desk.RunViews;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskPlan;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes runs: a new one, or the step past a wait. One transaction each. */
@Component
class RunStarter {
  private final RunStore runs;
  private final RunWriter writer;
  private final Deliverables deliverables;
  private final Endings endings;
  private final Releases releases;
  private final PromotionKeys keys;
  private final Surroundings around;

  RunStarter(
      RunStore runs,
      RunWriter writer,
      Deliverables deliverables,
      Endings endings,
      Releases releases,
      PromotionKeys keys,
      Surroundings around) {
    this.runs = runs;
    this.writer = writer;
    this.deliverables = deliverables;
    this.endings = endings;
    this.releases = releases;
    this.keys = keys;
    this.around = around;
  }

  /** What serves every transaction here. */
  @Component
  record Surroundings(TransactionTemplate tx, Clock clock, RunViews views) {}

  Optional<String> answered(Order order, Actor by) {
    return keys.answered(order, by);
  }

  Started existing(String runId, Actor by) {
    return new Started(around.views().view(runs.find(runId).orElseThrow(), by), false);
  }

  /**
   * @param type of the change
   * @param passed stopping gates that the order overrides
   */
  record Wish(Order order, ChangeType type, List<GateVerdict> passed) {
    String reason() {
      return Objects.requireNonNullElse(order.overrideReason(), "").strip();
    }
  }

  private void auditOverride(Run run, Wish wish, Actor by) {
    if (!wish.passed().isEmpty()) {
      List<String> gates = wish.passed().stream().map(GateVerdict::code).toList();
      writer.audit(run, by, "gates-overridden", Map.of("gates", gates, "reason", wish.reason()));
    }
  }

  Started start(Wish wish, Load load, PipelineView pipeline, Actor by) {
    Written written =
        Objects.requireNonNull(around.tx().execute(status -> write(wish, load, pipeline, by)));
    Run run = runs.find(written.runId()).orElseThrow();
    return new Started(around.views().view(run, by), written.fresh());
  }

  private record Written(String runId, boolean fresh) {}

  private Written write(Wish wish, Load load, PipelineView pipeline, Actor by) {
    Order order = wish.order();
    load.items().stream()
        .sorted(Comparator.comparing(WorkItemId::value))
        .forEach(runs::lockPromotionsOf);
    load.parts()
        .forEach(part -> deliverables.freeze(part.workItem(), part.number(), part.digest()));
    List<RunHeader> open =
        load.items().stream().map(runs::openRunOf).flatMap(Optional::stream).distinct().toList();
    for (RunHeader before : open) {
      if (load.carriedBy(before) || load.sameCarrier(before) && isRunning(before)) {
        return new Written(before.id(), false);
      }
    }
    String id = Ids.next();
    open.forEach(before -> takeOver(before, load, id, by));
    List<TaskPlan> tasks = RunPlan.of(pipeline.definition(), load.whole());
    writer.create(header(id, wish, load, pipeline, tasks.getFirst().stage(), by), tasks);
    keys.remember(order, by, id);
    Run run = runs.find(id).orElseThrow();
    delay(run, order.notBefore(), by);
    writer.audit(run, by, "run-started", said(load, pipeline, wish.type()));
    releases.override(run, run.tasks(), wish, by);
    auditOverride(run, wish, by);
    writer.refresh(id);
    endings.wake(run);
    return new Written(id, true);
  }

  /** What rests gives way to the newer press; what works, or another package, does not. */
  private void takeOver(RunHeader before, Load load, String id, Actor by) {
    boolean mayTake = load.sameCarrier(before) || !before.load().together();
    Run run = runs.lock(before.id()).orElseThrow();
    if (!mayTake || run.state() == RunState.RUNNING) {
      throw new Refusal(
          RunRefusal.ITEM_IN_ANOTHER_RUN,
          "%s is in run %s of %s, which is %s. Let it end or abort it, or take the item out of %s."
              .formatted(
                  before.load().items().stream()
                      .filter(load.items()::contains)
                      .map(WorkItemId::value)
                      .collect(Collectors.joining(", ")),
                  before.id(),
                  before.carried(),
                  run.state(),
                  load.name()));
    }
    if (run.state().open()) {
      endings.supersede(run, id, by);
    }
  }

  private static boolean isRunning(RunHeader run) {
    return run.state() == RunState.RUNNING;
  }

  private RunHeader header(
      String id, Wish wish, Load load, PipelineView pipeline, String stage, Actor by) {
    return new RunHeader(
        id,
        load.project(),
        load.whole().workItem(),
        pipeline.id(),
        pipeline.version(),
        load.whole().number(),
        load.whole().digest(),
        by.id(),
        by.name(),
        around.clock().instant(),
        null,
        null,
        null,
        0,
        stage,
        RunState.READY,
        wish.type(),
        load.frozen());
  }

  private static Map<String, Object> said(Load load, PipelineView pipeline, ChangeType type) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("workItem", load.whole().workItem().value());
    said.put("pipeline", pipeline.id());
    said.put("version", pipeline.version());
    said.put("candidate", load.whole().number());
    said.put("changeType", type.name());
    said.put("digest", load.whole().digest());
    if (load.packed() != null) {
      said.put("package", load.packed().name());
      said.put("workItems", load.items().stream().map(WorkItemId::value).toList());
    }
    return said;
  }

  /** Goes on behind a wait for promotion. */
  Started release(Order order, Continues continues, Load load, Actor by) {
    Run run = releases.runOf(load, continues);
    if (releases.alreadyDone(run, continues)) {
      return existing(run.id(), by);
    }
    Candidate current = load.whole();
    if (!load.carriedBy(run.header())
        || order.candidate() != null && order.candidate() != current.number()) {
      throw new Refusal(
          RunRefusal.CANDIDATE_OUTDATED,
          ("The deliverables have changed since candidate %d: candidate %d is current. Promote it"
                  + " without \"continues\" to start again with it.")
              .formatted(run.header().candidate(), current.number()));
    }
    Wish wish = releases.ask(run, continues, order, by);
    around
        .tx()
        .executeWithoutResult(status -> {
          releases.release(runs.lock(run.id()).orElseThrow(), continues, wish, by);
          auditOverride(run, wish, by);
          keys.remember(order, by, run.id());
          delay(runs.find(run.id()).orElseThrow(), wish.order().notBefore(), by);
          endings.wake(run);
        });
    return existing(run.id(), by);
  }

  /** The tasks whose turn it would be wait for their time. */
  private void delay(Run run, @Nullable Instant notBefore, Actor by) {
    if (notBefore == null || !notBefore.isAfter(around.clock().instant())) {
      return;
    }
    run.nextTasks().stream()
        .filter(task -> task.state() == TaskState.READY)
        .forEach(task ->
            writer.move(
                run,
                task,
                new Move(
                    TaskState.WAITING,
                    "Starts at " + notBefore + ".",
                    WaitReason.WINDOW,
                    notBefore),
                by,
                ""));
    writer.refresh(run.id());
  }
}
