package io.tyto.server.pipelines.desk;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.VerdictStore;
import org.springframework.stereotype.Component;

/** The approvals that emergencies need when they are deployed. */
@Component
class LateApprovals {
  private final TaskContexts contexts;
  private final Production production;
  private final VerdictStore verdicts;

  LateApprovals(TaskContexts contexts, Production production, VerdictStore verdicts) {
    this.contexts = contexts;
    this.production = production;
    this.verdicts = verdicts;
  }

  /** The run ends now: an emergency in Production that nobody approved stands out for good. */
  void ends(Run run, Actor by, String why) {
    run.tasks().stream()
        .filter(task -> PipelineDefinition.AFTERWARDS.equals(task.definedAs()))
        .filter(task -> !task.state().terminal())
        .findFirst()
        .filter(task -> contexts.all(run).stream().anyMatch(this::reachedProduction))
        .ifPresent(task -> verdicts.addBypass(task, Bypass.UNAPPROVED, by, why));
  }

  private boolean reachedProduction(TaskContext context) {
    boolean sent =
        context.effects().stream()
            .anyMatch(effect -> effect.kind() == EffectKind.DEPLOY && effect.sentAt() != null);
    return context.task().kind().equals("deploy")
        && (sent || context.task().state() == TaskState.DONE)
        && production.concerns(context);
  }
}
