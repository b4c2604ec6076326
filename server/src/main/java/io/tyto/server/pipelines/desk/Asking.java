package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunView.Asks;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.doubt.Doubts;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.WaitReason;
import io.tyto.server.pipelines.task.DeployTask;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.task.TaskContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task's actions take beside a reason, so that people are asked for it at once. */
@Component
class Asking {
  private static final Asks NOTHING =
      new Asks(List.of(), false, false, false, false, List.of(), null);

  private final DeployTask deploy;
  private final Shipments shipments;
  private final Rights rights;

  Asking(DeployTask deploy, Shipments shipments, Rights rights) {
    this.deploy = deploy;
    this.shipments = shipments;
    this.rights = rights;
  }

  @Nullable Asks of(TaskContext context) {
    boolean waits = context.task().waitsFor(WaitReason.PERSON);
    boolean failed = context.task().state().failed();
    List<Effect> effects = failed ? context.effects() : List.of();
    Asks asks =
        new Asks(
            waits && context.spec() instanceof TaskSpec.Deploy ? byHand(context) : List.of(),
            waits && context.spec() instanceof TaskSpec.Manual m && m.evidenceRequired()
                || context.spec() instanceof TaskSpec.Approve a && a.evidenceRequired(),
            effects.stream().anyMatch(Asking::mayHaveHappened),
            effects.stream().anyMatch(Asking::stoppedByGates)
                || ActionTable.parked(context.run(), context.task()),
            context.spec() instanceof TaskSpec.Approve approve && approve.messageRequired(),
            waits && context.spec() instanceof TaskSpec.Manual manual
                ? manual.checklist()
                : List.of(),
            failed ? null : digest(context));
    return asks.equals(NOTHING) ? null : asks;
  }

  private @Nullable String digest(TaskContext context) {
    try {
      return context.spec() instanceof TaskSpec.Approve ? rights.digest(context) : null;
    } catch (Refusal targetsUnknown) {
      return null;
    }
  }

  private static boolean mayHaveHappened(Effect effect) {
    return effect.needsPerson() || Doubts.IN_DOUBT.equals(effect.code());
  }

  private static boolean stoppedByGates(Effect effect) {
    return effect.kind() == EffectKind.GATES
        && effect.outcome() == EffectOutcome.REFUSED
        && GateVerdict.OVERRIDABLE.equals(effect.code());
  }

  private List<String> byHand(TaskContext context) {
    try {
      return deploy.targetsOf(context).stream()
          .flatMap(target -> shipments.forHand(context, target).stream())
          .map(Shipments::externalId)
          .distinct()
          .toList();
    } catch (Refusal targetsUnknown) {
      return List.of();
    }
  }
}
