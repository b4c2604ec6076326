package io.tyto.server.pipelines.plan;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a promotion stands and what the gates say of its next step.
 *
 * @param whole all that goes
 * @param run the open run that carries exactly this
 * @param pipeline null when there is none; then the verdicts say why
 * @param after name of the wait that would be released; null for the beginning
 * @param targets of the next step
 */
public record Outlook(
    Candidate whole,
    @Nullable Run run,
    @Nullable PipelineView pipeline,
    @Nullable String after,
    List<Target> targets,
    List<GateVerdict> verdicts) {

  public Outlook {
    targets = List.copyOf(targets);
    verdicts = List.copyOf(verdicts);
  }

  /** The wait that a press of Promote would release. */
  public Optional<RunTask> promotable() {
    return Optional.ofNullable(run).flatMap(Run::promotable);
  }

  public boolean stopped() {
    return verdicts.stream().anyMatch(GateVerdict::stops);
  }
}
