package io.tyto.server.pipelines.promotion;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.Promotions.Continues;
import io.tyto.server.pipelines.Promotions.Order;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.engine.Steps;
import io.tyto.server.pipelines.gate.GateKeeper;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Subjects;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The press of Promote that a run waits for. */
@Component
class Releases {
  private static final String WAIT = "wait-for-promotion";

  private final RunStore runs;
  private final TaskContexts contexts;
  private final Subjects subjects;
  private final Destinations destinations;
  private final GateKeeper gates;
  private final VerdictStore verdicts;
  private final Steps steps;

  Releases(
      RunStore runs,
      TaskContexts contexts,
      Subjects subjects,
      Destinations destinations,
      GateKeeper gates,
      VerdictStore verdicts,
      Steps steps) {
    this.runs = runs;
    this.contexts = contexts;
    this.subjects = subjects;
    this.destinations = destinations;
    this.gates = gates;
    this.verdicts = verdicts;
    this.steps = steps;
  }

  /** The run that is meant, of that work item or package only. */
  Run runOf(Load load, Continues continues) {
    Optional<String> latest =
        (load.packed() == null
                ? runs.latestRunOf(load.whole().workItem())
                : runs.latestRunOfPackage(load.packed().id()))
            .map(RunHeader::id);
    return Optional.ofNullable(continues.runId())
        .or(() -> latest)
        .flatMap(runs::find)
        .filter(run -> load.sameCarrier(run.header()))
        .orElseThrow(Releases::nothing);
  }

  boolean alreadyDone(Run run, Continues continues) {
    return continues.taskId() != null
        && run.task(continues.taskId())
            .filter(task -> task.kind().equals(WAIT))
            .map(RunTask::state)
            .filter(TaskState::passed)
            .isPresent();
  }

  private static RunTask waiting(Run run, Continues continues) {
    return run.promotable()
        .filter(task -> means(continues, run, task))
        .orElseThrow(Releases::nothing);
  }

  /** The run's id alone means its wait. */
  private static boolean means(Continues continues, Run run, RunTask task) {
    String id = continues.taskId();
    return id == null || id.equals(task.id()) || id.equals(run.id());
  }

  /** Asks the gates for what comes after the wait, with the rights of who presses now. */
  RunStarter.Wish ask(Run run, Continues continues, Order order, Actor by) {
    PromotionDesk.sameType(order, run.header());
    TaskContext context = contexts.of(run, waiting(run, continues));
    List<Target> targets =
        destinations.of(
            context.project(),
            context.pipeline().definition(),
            context.task().definedAs(),
            context.candidate());
    List<GateVerdict> verdicts =
        gates.ask(
            subjects.of(
                GateSubject.Moment.PROMOTION,
                run.header().load(),
                context.pipeline(),
                targets,
                by.id()));
    List<GateVerdict> passed = GateKeeper.refuse(verdicts, order.overrides());
    return new RunStarter.Wish(
        destinations.timed(order, targets), run.header().changeType(), passed);
  }

  /** In the caller's transaction, which holds the run's lock. A second press changes nothing. */
  void release(Run run, Continues continues, RunStarter.Wish wish, Actor by) {
    if (alreadyDone(run, continues)) {
      return;
    }
    RunTask task = waiting(run, continues);
    verdicts.add(task, Verdict.Kind.PROMOTED, by, "", run.header().candidateDigest());
    steps.move(run, task, Move.to(TaskState.DONE, "Promoted by " + by.name() + "."), by, "");
    List<RunTask> later =
        run.tasks().stream().filter(t -> t.position().compareTo(task.position()) > 0).toList();
    override(run, later, wish, by);
  }

  /** Lets the deployments before the next wait pass the gates that were overridden. */
  void override(Run run, List<RunTask> tasks, RunStarter.Wish wish, Actor by) {
    if (wish.passed().isEmpty()) {
      return;
    }
    tasks.stream()
        .takeWhile(task -> !task.kind().equals(WAIT))
        .filter(task -> task.kind().equals("deploy"))
        .forEach(task -> verdicts.addBypass(task, Bypass.OVERRIDE, by, wish.reason()));
  }

  private static Refusal nothing() {
    return new Refusal(
        RunRefusal.NOTHING_TO_CONTINUE,
        "No run of this work item waits for promotion there. Read the promotion plan again.");
  }
}
