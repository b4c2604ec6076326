package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.stories.WorkItemView;
import java.util.List;
import java.util.Set;

/**
 * What gates are asked about: one work item, by itself or as a part of a release package.
 *
 * @param candidate of the item alone
 * @param targets where the deployments in question go, with all that goes
 * @param promoter whose rights count
 * @param whole all that is promoted together; the candidate when the item goes by itself
 * @param together the items that go, this one included
 */
public record GateSubject(
    Moment moment,
    WorkItemView item,
    Candidate candidate,
    PipelineView pipeline,
    List<Target> targets,
    UserId promoter,
    Candidate whole,
    Set<WorkItemId> together) {

  public GateSubject {
    targets = List.copyOf(targets);
    together = Set.copyOf(together);
  }

  /** The item by itself. */
  public GateSubject(
      Moment moment,
      WorkItemView item,
      Candidate candidate,
      PipelineView pipeline,
      List<Target> targets,
      UserId promoter) {
    this(moment, item, candidate, pipeline, targets, promoter, candidate, Set.of(item.id()));
  }

  /** When the gates are asked. */
  public enum Moment {
    /** Promote was pressed, or the plan is shown. */
    PROMOTION,
    /** Right before a deployment. */
    DEPLOYMENT
  }
}
