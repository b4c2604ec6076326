package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Holdback;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings deliverables to environments: asks the approvals and gates again, then orders one effect a
 * deliverable, or one for all where the target takes them together.
 */
@Component
public class DeployTask implements TaskRunner {
  private final Targets targets;
  private final ApprovalScope approvals;
  private final Shipments shipments;
  private final Holdback holdback;

  DeployTask(Targets targets, ApprovalScope approvals, Shipments shipments, Holdback holdback) {
    this.targets = targets;
    this.approvals = approvals;
    this.shipments = shipments;
    this.holdback = holdback;
  }

  @Override
  public String kind() {
    return "deploy";
  }

  @Override
  public Step begin(TaskContext context) {
    List<Target> where = targetsOf(context);
    List<String> ids =
        where.stream()
            .flatMap(t -> t.deliverables().stream())
            .map(Deliverable::id)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return new Step.NotApplicable("Nothing here that this environment takes.");
    }
    for (Target target : where) {
      if (target.environment().mode() == EnvironmentView.Mode.PLAN_ONLY) {
        return new Step.Refused(planOnly(target.environment()));
      }
    }
    List<RunTask> lapsed = approvals.lapsed(context);
    return lapsed.isEmpty()
        ? new Step.Work(
            "Asking the gates again.",
            List.of(Effect.Order.inward(EffectKind.GATES, new Effect.Payload(ids, Map.of()))))
        : askAgain(lapsed);
  }

  @Override
  public Step settle(TaskContext context) {
    Step soFar = Settlement.of(context.effects());
    if (soFar instanceof Step.Wait) {
      return holdback
          .park(context.task(), context.project().value(), targetsOf(context), context.now())
          .map(DeployTask::waiting)
          .orElseGet(() -> begin(context));
    }
    if (!(soFar instanceof Step.Done)) {
      return soFar;
    }
    Optional<Step> behind =
        holdback.behind(context.task(), context.project(), context.now()).map(DeployTask::waiting);
    if (behind.isPresent()) {
      return behind.get();
    }
    List<Effect.Order> orders = ordersOf(context);
    Step next =
        orders.isEmpty()
            ? warned(context).orElseGet(() -> byHand(context))
            : deploying(context, orders);
    boolean goesOn = !(next instanceof Step.Done || next instanceof Step.Refused);
    List<RunTask> lapsed = goesOn ? approvals.lapsed(context) : List.of();
    return lapsed.isEmpty() ? next : askAgain(lapsed);
  }

  private static Step waiting(Holdback.Held held) {
    return new Step.Wait(WaitReason.WINDOW, held.message(), held.until());
  }

  private Step deploying(TaskContext context, List<Effect.Order> orders) {
    return new Step.Work("Deploying to " + names(targetsOf(context)) + ".", orders);
  }

  /** It is there, and the pipeline wants a person to read what the target said. */
  private static Optional<Step> warned(TaskContext context) {
    return context.run().everyEffectOf(context.task()).stream()
        .filter(effect -> context.spec().stopOnWarnings())
        .filter(effect -> effect.kind() == EffectKind.DEPLOY)
        .filter(effect -> Effect.WARNINGS.equals(effect.code()))
        .findFirst()
        .map(effect ->
            new Step.Refused(
                "It is there, with warnings: %s Read the log, then mark it done to go on. A retry brings nothing once more."
                    .formatted(effect.summary())));
  }

  private Step byHand(TaskContext context) {
    String soFar = said(context);
    List<String> instructions = new ArrayList<>();
    for (Target target : targetsOf(context)) {
      List<Deliverable> missing = shipments.missing(context, target);
      if (!missing.isEmpty() && shipments.byHand(target.environment())) {
        instructions.add(shipments.instructions(target.environment(), missing));
      }
    }
    return instructions.isEmpty()
        ? new Step.Done(soFar.isBlank() ? "Everything is there already." : soFar)
        : new Step.Wait(WaitReason.PERSON, String.join("\n", instructions), null);
  }

  private List<Effect.Order> ordersOf(TaskContext context) {
    TaskSpec.Deploy spec = context.spec(TaskSpec.Deploy.class);
    Map<String, String> options =
        Map.of("mode", spec.mode(), "via", spec.via(), "backup", Boolean.toString(spec.backup()));
    return targetsOf(context).stream()
        .filter(target -> !shipments.byHand(target.environment()))
        .flatMap(target -> shipments.orders(context, target, options).stream())
        .toList();
  }

  /** Where this task goes, with what. */
  public List<Target> targetsOf(TaskContext context) {
    return targets.of(
        context.project(),
        context.pipeline().definition(),
        context.task().stage(),
        Objects.requireNonNullElse(context.task().definedAs(), ""),
        context.spec(TaskSpec.Deploy.class),
        context.candidate());
  }

  private static Step askAgain(List<RunTask> lapsed) {
    return new Step.AskAgain(
        lapsed,
        "What was approved is no longer what would be deployed (deliverables, target or parameters"
            + " changed), so it is asked for again.");
  }

  private static String said(TaskContext context) {
    return Settlement.of(
                context.effects().stream().filter(e -> e.kind() == EffectKind.DEPLOY).toList())
            instanceof Step.Done done
        ? done.message()
        : "";
  }

  private static String names(List<Target> where) {
    return String.join(", ", where.stream().map(t -> t.environment().name()).toList());
  }

  /** What to tell about one that Tyto only looks at. */
  public static String planOnly(EnvironmentView environment) {
    return ("%s is plan-only: Tyto looks at it, but does not write there. An administrator sets its"
            + " mode to LIVE.")
        .formatted(environment.name());
  }
}
