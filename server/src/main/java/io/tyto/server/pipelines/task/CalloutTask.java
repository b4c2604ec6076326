package io.tyto.server.pipelines.task;

import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Calls a registered destination: an environment of the project, by name, so that nobody types an
 * address and the credential stays bound to its host.
 */
@Component
class CalloutTask implements TaskRunner {
  private final Environments environments;

  CalloutTask(Environments environments) {
    this.environments = environments;
  }

  @Override
  public String kind() {
    return "callout";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.Callout callout = context.spec(TaskSpec.Callout.class);
    Optional<EnvironmentView> destination =
        environments.findByName(context.project(), callout.destination());
    if (destination.isEmpty()) {
      return new Step.Refused(
          ("No destination called \"%s\" is registered for this project: a destination is an"
                  + " environment the project uses.")
              .formatted(callout.destination()));
    }
    EnvironmentView at = destination.get();
    if (at.mode() == EnvironmentView.Mode.PLAN_ONLY && !callout.method().equals("GET")) {
      return new Step.Refused(DeployTask.planOnly(at));
    }
    return new Step.Work(
        "Calling %s.".formatted(at.name()),
        List.of(
            new Effect.Order(
                EffectKind.CALLOUT,
                at.id(),
                null,
                new Effect.Payload(List.of(), Map.of()),
                List.of())));
  }
}
