package io.tyto.server.pipelines.release;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.plan.Outlook;
import io.tyto.server.pipelines.plan.PromotionPlanner;
import io.tyto.server.pipelines.release.ReleaseOverview.Clash;
import io.tyto.server.pipelines.release.ReleaseOverview.Item;
import io.tyto.server.pipelines.release.ReleaseOverview.MissingApproval;
import io.tyto.server.pipelines.release.ReleaseOverview.OpenStep;
import io.tyto.server.pipelines.release.ReleaseOverview.Readiness;
import io.tyto.server.pipelines.release.ReleaseOverview.Waiting;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.stories.WorkItemView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at one item of a release version. */
@Component
class ItemLook {
  private final PromotionPlanner planner;
  private final Deliverables deliverables;
  private final RunStore runs;
  private final TaskContexts contexts;

  ItemLook(
      PromotionPlanner planner, Deliverables deliverables, RunStore runs, TaskContexts contexts) {
    this.planner = planner;
    this.deliverables = deliverables;
    this.runs = runs;
    this.contexts = contexts;
  }

  /** What one look at a release version asks but once: the gates of packages, by their runs. */
  record Asked(Actor caller, Map<String, Map<WorkItemId, List<GateVerdict>>> packages) {

    Asked(Actor caller) {
      this(caller, new ConcurrentHashMap<>());
    }
  }

  Item at(WorkItemView item, Set<WorkItemId> inside, Asked asked) {
    Candidate current = deliverables.current(item.id());
    Optional<RunHeader> latest = runs.latestRunOf(item.id());
    boolean through =
        latest
            .filter(run -> run.state() == RunState.COMPLETED)
            .filter(run -> carries(run, current))
            .isPresent();
    Run open =
        latest.filter(run -> run.state().open()).flatMap(r -> runs.find(r.id())).orElse(null);
    RunHeader header = latest.orElse(null);
    if (through) {
      return shown(item, new Seen(current, header, open, true, List.of(), null), inside);
    }
    if (open != null && open.header().load().together()) {
      List<GateVerdict> gates =
          asked
              .packages()
              .computeIfAbsent(open.id(), run -> planner.verdicts(open.header(), asked.caller()))
              .getOrDefault(item.id(), List.of());
      return shown(item, new Seen(current, header, open, false, gates, null), inside);
    }
    Outlook outlook = planner.outlook(item.id(), null, asked.caller());
    Waiting pending =
        outlook.promotable().map(task -> new Waiting(task.runId(), task.id())).orElse(null);
    return shown(item, new Seen(current, header, open, false, outlook.verdicts(), pending), inside);
  }

  /**
   * All that was looked up of an item.
   *
   * @param pending the wait that promoting the item by itself would release
   */
  private record Seen(
      Candidate current,
      @Nullable RunHeader latest,
      @Nullable Run open,
      boolean through,
      List<GateVerdict> verdicts,
      @Nullable Waiting pending) {

    List<GateVerdict> gates() {
      return verdicts.stream()
          .filter(verdict -> verdict.verdict() != GateVerdict.Verdict.PASS)
          .toList();
    }

    boolean stopped() {
      return verdicts.stream().anyMatch(GateVerdict::stops);
    }

    List<OpenStep> steps() {
      if (through) {
        return List.of();
      }
      return open == null ? ItemLook.steps(current) : ItemLook.steps(open);
    }

    @Nullable String packed() {
      return open == null ? null : open.header().load().packageName();
    }
  }

  private Item shown(WorkItemView item, Seen seen, Set<WorkItemId> inside) {
    Run open = seen.open();
    List<MissingApproval> approvals = open == null ? List.of() : approvals(open);
    return new Item(
        item.id().value(),
        item.title(),
        item.type().name(),
        item.pipelineStage(),
        item.pipelineStatus(),
        item.gone(),
        seen.current().number(),
        seen.pending(),
        seen.latest() == null ? null : seen.latest().id(),
        seen.packed(),
        open == null ? null : open.header().changeType().name(),
        readiness(seen, approvals),
        seen.gates(),
        approvals,
        seen.steps(),
        collisions(item, inside));
  }

  private static boolean carries(RunHeader run, Candidate current) {
    return run.load().parts().stream()
        .anyMatch(part ->
            part.workItem().equals(current.workItem())
                && part.candidate() == current.number()
                && part.digest().equals(current.digest()));
  }

  private static Readiness readiness(Seen seen, List<MissingApproval> approvals) {
    if (seen.through()) {
      return Readiness.COMPLETED;
    }
    Run open = seen.open();
    boolean failed = open != null && open.state() == RunState.FAILED;
    if (failed || seen.stopped()) {
      return Readiness.BLOCKED;
    }
    if (open != null && open.state() == RunState.RUNNING) {
      return Readiness.RUNNING;
    }
    boolean promotable = open != null && open.promotable().isPresent();
    return open != null && (!approvals.isEmpty() || !promotable)
        ? Readiness.NEEDS_PEOPLE
        : Readiness.READY;
  }

  private List<MissingApproval> approvals(Run run) {
    return contexts.all(run).stream()
        .filter(context -> context.spec() instanceof TaskSpec.Approve)
        .filter(context -> context.task().stage().equals(run.currentStage()))
        .filter(context -> !context.task().state().passed())
        .filter(context -> behindNoWait(run, context))
        .map(ItemLook::approval)
        .toList();
  }

  /** What stands behind a wait for promotion is not asked for yet. */
  private static boolean behindNoWait(Run run, TaskContext context) {
    return run.promotable()
        .filter(wait -> wait.position().compareTo(context.task().position()) < 0)
        .isEmpty();
  }

  private static MissingApproval approval(TaskContext context) {
    TaskSpec.Approve rule = context.spec(TaskSpec.Approve.class);
    long given =
        context.verdictsHere().stream()
            .filter(verdict -> verdict.kind() == Verdict.Kind.APPROVED)
            .map(Verdict::user)
            .distinct()
            .count();
    return new MissingApproval(
        context.task().stage(), context.task().name(), rule.by(), (int) given, rule.min());
  }

  private static List<OpenStep> steps(Run run) {
    return run.tasks().stream()
        .filter(task -> task.kind().equals("manual") && !task.state().passed())
        .map(task -> new OpenStep(task.stage(), task.name()))
        .toList();
  }

  private static List<OpenStep> steps(Candidate current) {
    return current.deliverables().stream()
        .filter(deliverable -> deliverable.kind().equals(ManualStep.KIND))
        .map(Deliverable::name)
        .map(name -> new OpenStep(null, name))
        .toList();
  }

  private List<Clash> collisions(WorkItemView item, Set<WorkItemId> inside) {
    return deliverables.collisions(item.id()).stream()
        .filter(collision -> inside.contains(collision.other()))
        .map(c -> new Clash(c.other().value(), c.object(), c.message()))
        .toList();
  }
}
