package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.connections.Connections;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing gets lost: a deployable deliverable that no deployment of a stage takes is a stop. */
@Component
@Order(60)
class CoverageGate implements Gate {
  private final Connections connections;

  CoverageGate(Connections connections) {
    this.connections = connections;
  }

  @Override
  public String code() {
    return "not-covered";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    if (subject.moment() != GateSubject.Moment.PROMOTION) {
      return GateVerdict.pass(code(), "");
    }
    List<String> lost = new ArrayList<>();
    subject.targets().stream()
        .collect(Collectors.groupingBy(Target::stage))
        .forEach((stage, targets) -> lost.addAll(lost(subject, stage, targets)));
    lost.addAll(lostSteps(subject));
    return lost.isEmpty()
        ? GateVerdict.pass(code(), "")
        : GateVerdict.stop(
            code(),
            String.join(" ", lost),
            "Add it to the release pipeline, or take it out of the item.");
  }

  private List<String> lost(GateSubject subject, String stage, List<Target> targets) {
    return subject.whole().deliverables().stream()
        .filter(this::deployable)
        .filter(d -> targets.stream().noneMatch(target -> target.deliverables().contains(d)))
        .map(d -> "%s has no deployment in stage %s.".formatted(known(d), stage))
        .toList();
  }

  /** A step for a stage that does not exist would never be asked for. */
  private static List<String> lostSteps(GateSubject subject) {
    PipelineDefinition pipeline = subject.pipeline().definition();
    boolean deploys =
        pipeline.stages().stream()
            .flatMap(stage -> stage.tasks().stream())
            .anyMatch(task -> task.spec() instanceof TaskSpec.Deploy);
    List<String> lost = new ArrayList<>();
    for (Deliverable deliverable : subject.whole().deliverables()) {
      if (!deliverable.kind().equals(ManualStep.KIND)) {
        continue;
      }
      ManualStep step = ManualStep.of(deliverable);
      if (step.stages().isEmpty() && !deploys) {
        lost.add(
            "Nothing is deployed that the manual step \"%s\" could stand beside: name its stage."
                .formatted(deliverable.name()));
      }
      step.stages().stream()
          .filter(named ->
              pipeline.stages().stream().noneMatch(stage -> stage.name().equalsIgnoreCase(named)))
          .map(named ->
              "The manual step \"%s\" is for stage %s, which %s does not have."
                  .formatted(deliverable.name(), named, pipeline.name()))
          .forEach(lost::add);
    }
    return lost;
  }

  private boolean deployable(Deliverable deliverable) {
    return connections.descriptors().stream()
        .flatMap(descriptor -> descriptor.deliverableKinds().stream())
        .anyMatch(kind -> kind.id().equals(deliverable.kind()));
  }

  /** As its people call it: a request by its number, an artifact by its id. */
  private static String known(Deliverable deliverable) {
    return Objects.requireNonNullElse(deliverable.externalId(), deliverable.name());
  }
}
