package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.run.RunLoad;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes what gates are asked about of what is promoted, alone or together. */
@Component
public class Subjects {
  private final WorkItems items;
  private final Deliverables deliverables;

  Subjects(WorkItems items, Deliverables deliverables) {
    this.items = items;
    this.deliverables = deliverables;
  }

  /** The parts of a run, in the candidates it was started with. */
  public List<GateSubject> of(
      GateSubject.Moment moment,
      RunLoad load,
      PipelineView pipeline,
      List<Target> targets,
      UserId promoter) {
    List<Candidate> parts =
        load.parts().stream()
            .map(part -> deliverables.candidate(part.workItem(), part.candidate()))
            .toList();
    return of(moment, parts, pipeline, targets, promoter);
  }

  /**
   * @param parts candidates in their order
   * @param targets for all of them together
   */
  public List<GateSubject> of(
      GateSubject.Moment moment,
      List<Candidate> parts,
      PipelineView pipeline,
      List<Target> targets,
      UserId promoter) {
    Candidate whole = parts.size() == 1 ? parts.getFirst() : deliverables.together(parts);
    Set<WorkItemId> together =
        parts.stream().map(Candidate::workItem).collect(Collectors.toUnmodifiableSet());
    return parts.stream()
        .map(part ->
            new GateSubject(
                moment,
                items.get(part.workItem()),
                part,
                pipeline,
                targets,
                promoter,
                whole,
                together))
        .toList();
  }
}
