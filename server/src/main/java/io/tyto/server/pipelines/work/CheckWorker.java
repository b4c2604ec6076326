package io.tyto.server.pipelines.work;

import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs the checks of a validate task and keeps the report. */
@Component
class CheckWorker implements EffectWorker {
  private final CheckRun checks;
  private final Targets targets;
  private final WorkItems items;
  private final JsonMapper json;

  CheckWorker(CheckRun checks, Targets targets, WorkItems items, JsonMapper json) {
    this.checks = checks;
    this.targets = targets;
    this.items = items;
    this.json = json;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.CHECK;
  }

  @Override
  public WorkResult start(Job job) {
    TaskContext context = job.context();
    List<CheckFinding> findings =
        checks.run(
            context.run().header().load().items(),
            job.deliverables(),
            targetsOfStage(context),
            List.of(job.option("checks").split(",", -1)));
    List<Evidence> report =
        List.of(
            new Evidence(
                "validation-report.json", "application/json", json.writeValueAsString(findings)));
    List<CheckFinding> errors =
        findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    long warnings = findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
    String outcome = errors.isEmpty() ? warnings == 0 ? "PASSED" : "WARNINGS" : "FAILED";
    context.run().header().load().items().forEach(item -> items.noteValidation(item, outcome));
    if (errors.isEmpty() && warnings > 0 && context.spec().stopOnWarnings()) {
      return new WorkResult.Refused(
          "warnings", "%d warnings, and the pipeline stops on them.".formatted(warnings), report);
    }
    return errors.isEmpty()
        ? new WorkResult.Done(
            warnings == 0 ? "All checks passed." : "%d warnings.".formatted(warnings), report)
        : new WorkResult.Refused(
            errors.getFirst().check(),
            "%d errors, first: %s %s"
                .formatted(errors.size(), errors.getFirst().message(), errors.getFirst().cure()),
            report);
  }

  private List<Target> targetsOfStage(TaskContext context) {
    PipelineDefinition pipeline = context.pipeline().definition();
    List<PipelineDefinition.Stage> here =
        pipeline.stages().stream()
            .filter(stage -> stage.name().equals(context.task().stage()))
            .toList();
    return targets.of(context.project(), pipeline, here, context.candidate());
  }
}
