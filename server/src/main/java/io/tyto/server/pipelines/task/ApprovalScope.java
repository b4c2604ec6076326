package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.approval.ApprovalRule;
import io.tyto.server.pipelines.approval.Given;
import io.tyto.server.pipelines.definition.Coverage;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.Sha256;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What an approval is bound to: the candidate, the deployments behind it, their environments as
 * registered and the parameter values they get. A change of any of it makes another digest.
 *
 * <p>An approval covers the deployments of its stage that come after it; if there are none, those
 * of the next stage that has any.
 */
@Component
public class ApprovalScope {
  private final Targets targets;
  private final Environments environments;
  private final ApprovalFacts facts;

  ApprovalScope(Targets targets, Environments environments, ApprovalFacts facts) {
    this.targets = targets;
    this.environments = environments;
    this.facts = facts;
  }

  /** SHA-256 over all that an approval of that name is bound to. */
  public String digest(
      ProjectKey project, PipelineDefinition pipeline, String approval, Candidate candidate) {
    Sha256 sha = new Sha256().add(candidate.digest());
    for (Task task : Coverage.covered(pipeline, approval)) {
      String stage = stageOf(pipeline, task);
      TaskSpec.Deploy deploy = (TaskSpec.Deploy) task.spec();
      sha.add(task.name()).add(deploy.via()).add(deploy.mode());
      targets
          .of(project, pipeline, stage, task.name(), deploy, candidate)
          .forEach(target -> add(sha, project, target));
    }
    return sha.hex();
  }

  private void add(Sha256 sha, ProjectKey project, Target target) {
    sha.add(target.environment().id().value())
        .add(target.environment().connector())
        .add(new TreeMap<>(target.environment().settings()).toString());
    for (Deliverable deliverable : target.deliverables()) {
      sha.add(deliverable.id())
          .add(
              environments.parameterValues(
                  project, target.environment().id(), Shipments.externalId(deliverable)));
    }
  }

  /**
   * The approvals of a deployment that do not hold for what would be deployed now: the latest task
   * of each, when fewer people than it takes have approved exactly that.
   */
  public List<RunTask> lapsed(TaskContext context) {
    PipelineDefinition pipeline = context.pipeline().definition();
    String deployment = Objects.requireNonNullElse(context.task().definedAs(), "");
    List<RunTask> lapsed = new ArrayList<>();
    for (String approval : Coverage.approvalsOf(pipeline, deployment)) {
      context.run().tasks().stream()
          .filter(task -> approval.equals(task.definedAs()))
          .reduce((earlier, later) -> later)
          .filter(task -> !holds(context, pipeline, approval, task))
          .ifPresent(lapsed::add);
    }
    return lapsed;
  }

  private boolean holds(
      TaskContext context, PipelineDefinition pipeline, String approval, RunTask task) {
    String digest = digest(context.project(), pipeline, approval, context.candidate());
    return pipeline.stages().stream()
        .flatMap(stage -> stage.tasks().stream())
        .filter(defined -> defined.name().equals(approval))
        .map(defined -> ApprovalRule.of((TaskSpec.Approve) defined.spec()))
        .allMatch(rule ->
            task.state() == TaskState.DONE
                && rule.holds(ApprovalFacts.given(context, task), digest, facts.of(context, task)));
  }

  /** Names of those whose approvals of this task, given ahead, count for what is deployed now. */
  List<String> givenAhead(TaskContext context) {
    if (context.verdictsHere().isEmpty()) {
      return List.of();
    }
    ApprovalRule rule = ApprovalRule.of(context.spec(TaskSpec.Approve.class));
    String digest =
        digest(
            context.project(),
            context.pipeline().definition(),
            Objects.requireNonNullElse(context.task().definedAs(), ""),
            context.candidate());
    List<Given> counting =
        rule.counting(
            ApprovalFacts.given(context, context.task()),
            digest,
            facts.of(context, context.task()));
    return context.verdictsHere().stream()
        .filter(v -> v.kind() == Verdict.Kind.APPROVED && v.digest().equals(digest))
        .filter(v -> counting.stream().anyMatch(each -> each.by().person().equals(v.user())))
        .map(Verdict::by)
        .toList();
  }

  private static String stageOf(PipelineDefinition pipeline, Task wanted) {
    return pipeline.stages().stream()
        .filter(stage -> stage.tasks().contains(wanted))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
