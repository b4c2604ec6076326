package io.tyto.server.pipelines.definition;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold in a pipeline and a schema cannot say. */
@Component
class PipelineRules {
  private static final String CODE = PipelineRefusal.INVALID_PIPELINE.code();

  /** Its system is busy as long. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);

  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  private final Environments environments;
  private final Placement placement;
  private final Users users;

  PipelineRules(Environments environments, Placement placement, Users users) {
    this.environments = environments;
    this.placement = placement;
    this.users = users;
  }

  void check(
      ProjectKey project,
      PipelineDefinition definition,
      SourceText source,
      List<FieldError> errors) {
    Set<String> stages = new HashSet<>();
    Set<String> tasks = new HashSet<>();
    for (int s = 0; s < definition.stages().size(); s++) {
      Stage stage = definition.stages().get(s);
      String path = "stages[" + s + "]";
      if (!stages.add(stage.name().toLowerCase(Locale.ROOT))) {
        errors.add(source.error(path + ".name", CODE, "Two stages are called " + stage.name()));
      }
      for (Task task : stage.tasks()) {
        if (!tasks.add(task.name())) {
          errors.add(
              source.error(
                  path + ".tasks",
                  CODE,
                  "Two tasks are called \"%s\": give one of them a name.".formatted(task.name())));
        }
      }
    }
    emergency(project, definition, source, errors);
    new Places(source)
        .forEach(definition, (path, spec) -> spec(project, path, spec, source, errors));
  }

  private void emergency(
      ProjectKey project,
      PipelineDefinition definition,
      SourceText source,
      List<FieldError> errors) {
    PipelineDefinition.Emergency emergency = definition.emergency();
    boolean accepts = definition.changeTypes().contains(ChangeType.EMERGENCY);
    if (accepts != (emergency != null)) {
      errors.add(
          source.error(
              accepts ? "changeTypes" : "emergency",
              CODE,
              "A pipeline that accepts EMERGENCY says under emergency who is on duty and who"
                  + " approves afterwards, and no other does."));
    } else if (emergency != null) {
      people("emergency.onDuty", emergency.onDuty(), source)
          .or(() -> people("emergency.afterwards.by", emergency.afterwards(), source))
          .or(() -> ownNames(definition, source))
          .or(() -> onDuty(project, definition, source))
          .ifPresent(errors::add);
    }
  }

  /** What an emergency adds at the end has names of its own. */
  private static Optional<FieldError> ownNames(PipelineDefinition definition, SourceText source) {
    boolean taken =
        definition.stages().stream()
            .anyMatch(stage ->
                stage.name().equalsIgnoreCase(PipelineDefinition.LAST_STAGE)
                    || stage.tasks().stream()
                        .anyMatch(task -> task.name().equals(PipelineDefinition.AFTERWARDS)));
    return taken
        ? Optional.of(
            source.error(
                "emergency",
                CODE,
                "The stage \"%s\" and the task \"%s\" are an emergency's own: call yours otherwise."
                    .formatted(PipelineDefinition.LAST_STAGE, PipelineDefinition.AFTERWARDS)))
        : Optional.empty();
  }

  /** The person on duty gives the approvals that stand in the pipeline, so there must be one. */
  private Optional<FieldError> onDuty(
      ProjectKey project, PipelineDefinition definition, SourceText source) {
    return definition.stages().stream()
        .flatMap(stage -> stage.tasks().stream())
        .filter(task -> deploysToProduction(project, definition, task.spec()))
        .filter(task -> Coverage.approvalsOf(definition, task.name()).isEmpty())
        .findFirst()
        .map(task ->
            source.error(
                "emergency",
                CODE,
                "Put an approval before \"%s\", which the person on duty gives in an emergency."
                    .formatted(task.name())));
  }

  /** What a careful reader would object to, though it is allowed. */
  List<String> warnings(ProjectKey project, PipelineDefinition definition) {
    List<String> warnings = new ArrayList<>();
    for (Stage stage : definition.stages()) {
      for (Task task : stage.tasks()) {
        if (!Coverage.keepsFourEyes(definition, task.name())
            && deploysToProduction(project, definition, task.spec())) {
          warnings.add(
              "%s: \"%s\" deploys to Production without an approval that excludes promoter and author."
                  .formatted(stage.name(), task.name()));
        }
      }
    }
    return warnings;
  }

  private boolean deploysToProduction(
      ProjectKey project, PipelineDefinition definition, TaskSpec spec) {
    return spec instanceof TaskSpec.Deploy deploy
        && placement.of(project, definition, deploy.environment(), deploy.stage()).stream()
            .anyMatch(found -> found.type() == EnvironmentView.Type.PRODUCTION);
  }

  private void spec(
      ProjectKey project, String path, TaskSpec spec, SourceText source, List<FieldError> errors) {
    Optional<FieldError> wrong =
        switch (spec) {
          case TaskSpec.Deploy d -> target(project, path, d.environment(), d.stage(), source);
          case TaskSpec.ReleaseTransport r ->
              target(project, path, r.environment(), r.stage(), source);
          case TaskSpec.Approve a ->
              people(path + ".by", a.by(), source)
                  .or(() -> people(path + ".escalate.to", a.escalateTo(), source));
          case TaskSpec.Manual m -> people(path + ".by", m.by(), source);
          case TaskSpec.Notify n -> people(path + ".to", n.to(), source);
          case TaskSpec.Build b -> Optional.empty();
          case TaskSpec.Validate v -> Optional.empty();
          case TaskSpec.WaitForPromotion w -> Optional.empty();
          case TaskSpec.Callout c -> Optional.empty();
          case TaskSpec.WaitForMessage w -> endless(path, w, source);
          case TaskSpec.AlmStatus s -> Optional.empty();
        };
    wrong.ifPresent(errors::add);
    lasts(path + ".timeout", spec.timeout(), LONGEST_TIMEOUT, source).ifPresent(errors::add);
    lasts(path + ".expires", spec.expires(), LONGEST_WAIT, source).ifPresent(errors::add);
  }

  private static Optional<FieldError> endless(
      String path, TaskSpec.WaitForMessage wait, SourceText source) {
    return wait.continueOnFailure() && wait.expires() == null
        ? Optional.of(
            source.error(
                path + ".continueOnFailure",
                CODE,
                "Give expires, too: a wait without an end never fails."))
        : Optional.empty();
  }

  private static Optional<FieldError> lasts(
      String path, @Nullable Duration time, Duration most, SourceText source) {
    return time == null || time.isPositive() && time.compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            source.error(
                path,
                CODE,
                "Give more than nothing and at most %d days, for example PT30M or P3D."
                    .formatted(most.toDays())));
  }

  private Optional<FieldError> target(
      ProjectKey project,
      String path,
      @Nullable String environment,
      @Nullable String stage,
      SourceText source) {
    if (environment != null && stage != null) {
      return Optional.of(source.error(path, CODE, "Give an environment or a stage, not both."));
    }
    if (environment != null && environments.findByName(project, environment).isEmpty()) {
      return Optional.of(
          source.error(
              path + ".environment",
              CODE,
              "The project uses no environment called \"%s\". Add it under Project Settings > Environments."
                  .formatted(environment)));
    }
    return Optional.empty();
  }

  private Optional<FieldError> people(String path, List<String> people, SourceText source) {
    for (String entry : people) {
      String person = entry.replaceFirst("^component:[^/]+/", "");
      String name = person.substring(person.indexOf(':') + 1);
      if (person.startsWith("role:") && ProjectRole.of(name).isEmpty()) {
        return Optional.of(source.error(path, CODE, "There is no role \"%s\".".formatted(name)));
      }
      if (person.startsWith("user:") && users.findByName(name).isEmpty()) {
        return Optional.of(source.error(path, CODE, "There is no user \"%s\".".formatted(name)));
      }
    }
    return Optional.empty();
  }

  /** Pairs each task with the path it was written at. */
  private record Places(SourceText source) {

    void forEach(PipelineDefinition definition, Visitor visitor) {
      for (int s = 0; s < definition.stages().size(); s++) {
        List<String> paths = paths("stages[" + s + "].tasks", s);
        List<Task> tasks = definition.stages().get(s).tasks();
        for (int t = 0; t < tasks.size(); t++) {
          visitor.visit(paths.get(t) + "." + tasks.get(t).spec().kind(), tasks.get(t).spec());
        }
      }
    }

    private List<String> paths(String prefix, int stage) {
      List<String> paths = new ArrayList<>();
      var entries = source.tree().get("stages").get(stage).get("tasks");
      for (int e = 0; e < entries.size(); e++) {
        String path = prefix + "[" + e + "]";
        if (entries.get(e).has("parallel")) {
          for (int m = 0; m < entries.get(e).get("parallel").size(); m++) {
            paths.add(path + ".parallel[" + m + "]");
          }
        } else {
          paths.add(path);
        }
      }
      return paths;
    }

    @FunctionalInterface
    interface Visitor {
      void visit(String path, TaskSpec spec);
    }
  }
}
