package io.tyto.server.pipelines.desk;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.doubt.Doubts;
import io.tyto.server.pipelines.engine.Doorbell;
import io.tyto.server.pipelines.engine.Steps;
import io.tyto.server.pipelines.engine.Wake;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.task.DeployTask;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.trace.TargetFaults;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Retry, skip, mark done, roll back. In the caller's transaction, which holds the run's lock. */
@Component
class Overrides {
  private final EffectStore effects;
  private final Steps steps;
  private final RunWriter writer;
  private final Wake wake;
  private final Doorbell bell;
  private final Cargo cargo;

  Overrides(
      EffectStore effects, Steps steps, RunWriter writer, Wake wake, Doorbell bell, Cargo cargo) {
    this.effects = effects;
    this.steps = steps;
    this.writer = writer;
    this.wake = wake;
    this.bell = bell;
    this.cargo = cargo;
  }

  /** What is to be brought, and what may be there already. */
  @Component
  record Cargo(DeployTask deploy, Shipments shipments, Doubts doubts, TargetFaults faults) {}

  /** What stopped with an unknown end is asked about again, or done once more on purpose. */
  void retry(TaskContext context, ActionOrder order, Actor by) {
    if (ActionTable.parked(context.run(), context.task())) {
      passFreeze(context, order, by);
      return;
    }
    if (order.onceMore()) {
      settle(context, false, order, by);
    }
    context.effects().stream()
        .map(Effect::environmentId)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(cargo.faults()::oneMore);
    int next = context.task().attempt() + 1;
    for (Effect effect : context.effects()) {
      if (effect.needsPerson()) {
        effects.resume(effect.id(), next, order.onceMore());
        wake.effect(effect.id());
      }
    }
    move(context, TaskState.READY, "Retried by " + by.name() + ".", by, order);
  }

  private void passFreeze(TaskContext context, ActionOrder order, Actor by) {
    if (!order.overrides()) {
      throw new Refusal(
          RunRefusal.NOT_IN_THIS_STATE,
          context.task().message()
              + " It goes on by itself then. To pass it nevertheless, retry with override and a"
              + " reason; a second person confirms.");
    }
    move(context, TaskState.READY, "Override confirmed by " + by.name() + ".", by, order);
  }

  void skip(TaskContext context, ActionOrder order, Actor by) {
    context.effects().stream().filter(Effect::needsPerson).forEach(bell::abandon);
    move(
        context,
        TaskState.SKIPPED,
        "Skipped by %s: %s".formatted(by.name(), order.why()),
        by,
        order);
  }

  void markDone(TaskContext context, ActionOrder order, Actor by) {
    release(context);
    settle(context, true, order, by);
    if (context.spec() instanceof TaskSpec.Deploy) {
      for (Target target : cargo.deploy().targetsOf(context)) {
        List<Deliverable> open = cargo.shipments().undelivered(target);
        if (!open.isEmpty()) {
          effects.addDone(
              context.task(),
              cargo.shipments().handOrder(target.environment().id(), open),
              "Marked done by %s: %s".formatted(by.name(), order.why()));
        }
      }
    }
    move(
        context,
        TaskState.DONE,
        "Marked done by %s: %s".formatted(by.name(), order.why()),
        by,
        order);
  }

  /** One effect an item, the last delivered first. */
  void rollBack(TaskContext context, ActionOrder order, Actor by, Collection<String> withBackup) {
    List<Effect> done =
        context.run().everyEffectOf(context.task()).stream()
            .filter(effect -> ActionTable.reversible(effect, withBackup))
            .toList();
    List<String> all = done.stream().map(Effect::id).toList();
    for (Effect effect : done.reversed()) {
      cargo
          .shipments()
          .requireNewest(
              all,
              Objects.requireNonNull(effect.environmentId()),
              context.deliverables(effect.payload().deliverables()));
      orderRollBack(context, effect);
    }
    writer.audit(
        context.run(),
        by,
        "task-rolled-back",
        Map.of("task", context.task().name(), "reason", order.why()));
    writer.say(
        context.task(),
        context.task().message()
            + "\nRoll back asked for by %s: %s".formatted(by.name(), order.why()));
    writer.refresh(context.run().id());
  }

  private void orderRollBack(TaskContext context, Effect effect) {
    List<String> ids = effect.payload().deliverables();
    for (int i = ids.size() - 1; i >= 0; i--) {
      String id =
          effects.add(
              context.task(),
              new Effect.Order(
                  EffectKind.ROLL_BACK,
                  effect.environmentId(),
                  effect.busyKey(),
                  new Effect.Payload(
                      List.of(ids.get(i)),
                      Map.of("of", effect.id(), "position", Integer.toString(i))),
                  List.of()));
      wake.effect(id);
    }
  }

  /** What held this deployment back is known now. */
  private void settle(TaskContext context, boolean happened, ActionOrder order, Actor by) {
    context.effects().stream()
        .filter(effect -> Doubts.IN_DOUBT.equals(effect.code()))
        .forEach(e -> cargo.doubts().settle(context.run(), e, happened, by, order.why()));
  }

  /** A person takes over what nobody could find out; the system is free for others. */
  private void release(TaskContext context) {
    for (Effect effect : context.effects()) {
      if (effect.needsPerson()) {
        effects.leaveToPerson(effect.id());
        bell.next(effect);
      }
    }
  }

  private void move(
      TaskContext context, TaskState to, String message, Actor by, ActionOrder order) {
    steps.move(context.run(), context.task(), Move.to(to, message), by, order.why());
  }
}
