package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.stories.WorkItemView;
import java.util.List;

/**
 * What gates are asked about.
 *
 * @param targets where the deployments in question go
 * @param promoter whose rights count
 */
public record GateSubject(
    Moment moment,
    WorkItemView item,
    Candidate candidate,
    PipelineView pipeline,
    List<Target> targets,
    UserId promoter) {

  public GateSubject {
    targets = List.copyOf(targets);
  }

  /** When the gates are asked. */
  public enum Moment {
    /** Promote was pressed, or the plan is shown. */
    PROMOTION,
    /** Right before a deployment. */
    DEPLOYMENT
  }
}
