package io.tyto.server.pipelines.validation;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.promotion.PipelineChoice;
import io.tyto.server.pipelines.work.CheckRun;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs the checks that the validate tasks of a pipeline name. */
@Component
class ValidationWork {
  private final ValidationStore store;
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice pipelines;
  private final Checking checking;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ValidationWork(
      ValidationStore store,
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice pipelines,
      Checking checking,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.items = items;
    this.deliverables = deliverables;
    this.pipelines = pipelines;
    this.checking = checking;
    this.events = events;
    this.clock = clock;
  }

  /** Idempotent: one that has ended is left alone. */
  void carryOut(String id) {
    store
        .find(id, "")
        .filter(validation -> validation.state().equals("RUNNING"))
        .ifPresent(this::carryOut);
  }

  private void carryOut(Validation validation) {
    WorkItemId item = new WorkItemId(validation.workItemId());
    try {
      Candidate candidate = deliverables.candidate(item, validation.candidate());
      PipelineView pipeline = pipelines.of(items.get(item));
      List<CheckFinding> findings = checking.run(pipeline, candidate, validation.stage());
      String outcome = outcome(findings);
      if (store.end(validation.id(), outcome, findings, null, clock.instant())) {
        items.noteValidation(item, outcome);
      }
    } catch (FaultException outside) {
      store.end(validation.id(), null, List.of(), outside.fault().message(), clock.instant());
    } catch (Refusal refused) {
      store.end(
          validation.id(), null, List.of(), String.valueOf(refused.getMessage()), clock.instant());
    }
    events.publishEvent(new LiveEvent(item.project(), "validations", validation.id()));
  }

  private static String outcome(List<CheckFinding> findings) {
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      return "FAILED";
    }
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)
        ? "WARNINGS"
        : "PASSED";
  }

  /** The checks of one stage after the other, each check once a stage. */
  @Component
  record Checking(CheckRun checks, Targets targets) {

    List<CheckFinding> run(PipelineView pipeline, Candidate candidate, @Nullable String only) {
      Set<CheckFinding> findings = new LinkedHashSet<>();
      for (Stage stage : pipeline.definition().stages()) {
        if (only == null || only.equals(stage.name())) {
          findings.addAll(
              checks.run(
                  candidate.workItem(),
                  candidate.deliverables(),
                  targets.of(pipeline.project(), pipeline.definition(), List.of(stage), candidate),
                  named(stage)));
        }
      }
      return new ArrayList<>(findings);
    }

    private static List<String> named(Stage stage) {
      return stage.tasks().stream()
          .map(task -> task.spec())
          .filter(TaskSpec.Validate.class::isInstance)
          .flatMap(spec -> ((TaskSpec.Validate) spec).checks().stream())
          .distinct()
          .toList();
    }
  }
}
