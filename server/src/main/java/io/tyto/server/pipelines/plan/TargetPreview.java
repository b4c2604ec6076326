package io.tyto.server.pipelines.plan;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.plan.PromotionPlan.PlannedChange;
import io.tyto.server.pipelines.promotion.Destinations;
import io.tyto.server.pipelines.run.TaskPlan;
import io.tyto.server.pipelines.work.Deliveries;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks targets what would change there. */
@Component
class TargetPreview {
  private static final String CANNOT_VERIFY =
      " A lost answer cannot be verified at this target: it ends at a person.";

  private final Targets targets;
  private final Environments environments;
  private final Connections connections;
  private final Deliveries deliveries;
  private final Destinations destinations;

  TargetPreview(
      Targets targets,
      Environments environments,
      Connections connections,
      Deliveries deliveries,
      Destinations destinations) {
    this.targets = targets;
    this.environments = environments;
    this.connections = connections;
    this.deliveries = deliveries;
    this.destinations = destinations;
  }

  List<Target> targets(
      ProjectKey project, PipelineDefinition pipeline, List<Stage> segment, Candidate candidate) {
    return targets.of(project, pipeline, segment, candidate);
  }

  @Nullable Instant nextWindow(ProjectKey project, List<Target> where) {
    return destinations.nextWindow(project, where).orElse(null);
  }

  List<PlannedChange> changes(ProjectKey project, List<Target> where) {
    return where.stream()
        .filter(target -> !target.deliverables().isEmpty())
        .flatMap(target -> changes(project, target))
        .toList();
  }

  private Stream<PlannedChange> changes(ProjectKey project, Target target) {
    try {
      Opened<ReleaseTarget<Record>> open = open(target);
      Plan plan =
          open.connector()
              .plan(
                  open.connection(),
                  deliveries.of(
                      project, target.environment().id(), target.deliverables(), Map.of()));
      return plan.changes().stream().map(change -> shown(target, change));
    } catch (FaultException unreadable) {
      return unread(target, unreadable.fault().message());
    } catch (Refusal unopened) {
      return unread(target, String.valueOf(unopened.getMessage()));
    }
  }

  private static PlannedChange shown(Target target, Plan.Change change) {
    return new PlannedChange(
        target.stage(),
        target.environment().id().value(),
        target.environment().name(),
        change.kind(),
        change.externalId(),
        change.name(),
        change.from(),
        change.to(),
        change.details());
  }

  /** The plan stands even while a target does not answer. */
  private static Stream<PlannedChange> unread(Target target, String why) {
    return target.deliverables().stream()
        .map(d ->
            new PlannedChange(
                target.stage(),
                target.environment().id().value(),
                target.environment().name(),
                d.kind(),
                d.externalId() == null ? d.id() : d.externalId(),
                d.name(),
                null,
                d.version(),
                List.of("What is there now could not be read: " + why)));
  }

  String note(
      PipelineDefinition pipeline, Candidate candidate, TaskPlan planned, List<Target> where) {
    if (planned.deliverableId() != null) {
      return candidate.deliverables().stream()
          .filter(step -> step.id().equals(planned.deliverableId()))
          .findFirst()
          .map(ManualStep::of)
          .map(TargetPreview::stepNote)
          .orElse("");
    }
    for (Stage stage : pipeline.stages()) {
      for (Task task : stage.tasks()) {
        if (stage.name().equals(planned.stage()) && task.name().equals(planned.definedAs())) {
          return note(stage, task, where);
        }
      }
    }
    return "";
  }

  private static String named(String by) {
    return by.startsWith("role:") ? "the role " + by.substring("role:".length()) : by;
  }

  private static String stepNote(ManualStep step) {
    String by = step.responsible() == null ? "" : "By " + named(step.responsible()) + ". ";
    return by + step.text() + (step.evidenceRequired() ? " Evidence is required." : "");
  }

  private String note(Stage stage, Task task, List<Target> where) {
    return switch (task.spec()) {
      case TaskSpec.ReleaseTransport release -> "Irreversible.";
      case TaskSpec.Deploy deploy -> deployNote(stage, task, where);
      case TaskSpec.Approve approve ->
          approve.by().stream()
              .map(TargetPreview::named)
              .collect(Collectors.joining(" or ", "By ", "."));
      case TaskSpec.Validate validate -> String.join(", ", validate.checks());
      case TaskSpec.Callout callout -> calloutNote(callout);
      default -> "";
    };
  }

  private static String calloutNote(TaskSpec.Callout callout) {
    String what = "%s %s at %s.".formatted(callout.method(), callout.path(), callout.destination());
    return callout.repeatable() ? what : what + CANNOT_VERIFY;
  }

  private String deployNote(Stage stage, Task task, List<Target> where) {
    List<Target> here =
        where.stream()
            .filter(t -> t.stage().equals(stage.name()) && t.task().equals(task.name()))
            .toList();
    if (here.stream().allMatch(target -> target.deliverables().isEmpty())) {
      return "Nothing to do here.";
    }
    boolean blind = here.stream().anyMatch(this::cannotVerify);
    String names =
        String.join(", ", here.stream().map(target -> target.environment().name()).toList());
    return blind ? names + "." + CANNOT_VERIFY : names + ".";
  }

  private boolean cannotVerify(Target target) {
    try {
      return open(target).connector().effectClass() == EffectClass.NEITHER;
    } catch (Refusal unopened) {
      return false;
    }
  }

  private Opened<ReleaseTarget<Record>> open(Target target) {
    return connections.open(environments.spec(target.environment().id()), ReleaseTarget.class);
  }
}
