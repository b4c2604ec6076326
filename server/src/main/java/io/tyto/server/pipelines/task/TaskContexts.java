package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunLoad;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a run was pinned to. */
@Component
public class TaskContexts {
  private final Pipelines pipelines;
  private final Deliverables deliverables;
  private final VerdictStore verdicts;
  private final Clock clock;

  TaskContexts(Pipelines pipelines, Deliverables deliverables, VerdictStore verdicts, Clock clock) {
    this.pipelines = pipelines;
    this.deliverables = deliverables;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  public TaskContext of(Run run, RunTask task) {
    return of(run, List.of(task)).getFirst();
  }

  /** All tasks of a run, in their order. */
  public List<TaskContext> all(Run run) {
    return of(run, run.tasks());
  }

  private List<TaskContext> of(Run run, List<RunTask> tasks) {
    PipelineView pipeline =
        pipelines
            .get(run.header().pipelineId(), run.header().pipelineVersion())
            .under(run.header().changeType());
    Candidate candidate = candidate(run);
    List<Verdict> given = verdicts.ofRun(run.id());
    Instant now = clock.instant();
    return tasks.stream()
        .map(task ->
            new TaskContext(
                run,
                task,
                specOf(task, pipeline.definition(), candidate),
                pipeline,
                candidate,
                given,
                now))
        .toList();
  }

  private Candidate candidate(Run run) {
    RunLoad load = run.header().load();
    List<Candidate> parts =
        load.parts().stream()
            .map(part -> deliverables.candidate(part.workItem(), part.candidate()))
            .toList();
    return load.together() ? deliverables.together(parts) : parts.getFirst();
  }

  private static TaskSpec specOf(RunTask task, PipelineDefinition pipeline, Candidate candidate) {
    if (task.deliverableId() != null) {
      return manualStep(task, candidate);
    }
    return pipeline.stages().stream()
        .flatMap(stage -> stage.tasks().stream())
        .filter(defined -> defined.name().equals(task.definedAs()))
        .findFirst()
        .orElseThrow()
        .spec();
  }

  /** A deliverable that a person carries out (product rule: manual steps become tasks). */
  private static TaskSpec manualStep(RunTask task, Candidate candidate) {
    return candidate.deliverables().stream()
        .filter(d -> d.id().equals(task.deliverableId()))
        .findFirst()
        .map(ManualStep::of)
        .map(step ->
            new TaskSpec.Manual(
                step.responsible() == null ? List.of() : List.of(step.responsible()),
                step.text(),
                step.evidenceRequired(),
                List.of()))
        .orElseGet(() -> new TaskSpec.Manual(List.of(), task.name(), false, List.of()));
  }
}
