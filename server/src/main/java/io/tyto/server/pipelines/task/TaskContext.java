package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Verdict;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A task in its run, with all a runner needs to know. */
public record TaskContext(
    Run run,
    RunTask task,
    TaskSpec spec,
    PipelineView pipeline,
    Candidate candidate,
    List<Verdict> verdicts,
    Instant now) {

  public TaskContext {
    verdicts = List.copyOf(verdicts);
  }

  public <S extends TaskSpec> S spec(Class<S> kind) {
    return kind.cast(spec);
  }

  public ProjectKey project() {
    return run.header().project();
  }

  /** Effects of this attempt. */
  public List<Effect> effects() {
    return run.effectsOf(task);
  }

  public List<Deliverable> deliverables(List<String> ids) {
    return ids.stream()
        .flatMap(id -> candidate.deliverables().stream().filter(d -> d.id().equals(id)))
        .toList();
  }

  /** Decisions on this attempt of this task. */
  public List<Verdict> verdictsHere() {
    return verdicts.stream()
        .filter(v -> v.taskId().equals(task.id()) && v.attempt() == task.attempt())
        .toList();
  }

  /** Everybody who pressed Promote for this run up to now. */
  public Set<UserId> promoters() {
    Set<UserId> promoters = new LinkedHashSet<>();
    promoters.add(run.header().promoter());
    promoted().map(Verdict::user).forEach(promoters::add);
    return promoters;
  }

  /** Whose rights count now: the last one who pressed Promote. */
  public UserId promoter() {
    return promoted().reduce((a, b) -> b).map(Verdict::user).orElse(run.header().promoter());
  }

  private Stream<Verdict> promoted() {
    return verdicts.stream().filter(v -> v.kind() == Verdict.Kind.PROMOTED);
  }

  public boolean has(EffectKind kind, EffectOutcome outcome) {
    return effects().stream().anyMatch(e -> e.kind() == kind && e.outcome() == outcome);
  }
}
