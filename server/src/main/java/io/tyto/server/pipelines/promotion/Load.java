package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.pack.ReleasePackage;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunLoad;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be promoted: one work item, or a release package.
 *
 * @param parts candidates in their order
 * @param whole all of them together
 */
record Load(@Nullable ReleasePackage packed, List<Candidate> parts, Candidate whole) {

  static Load of(Candidate candidate) {
    return new Load(null, List.of(candidate), candidate);
  }

  ProjectKey project() {
    return whole.workItem().project();
  }

  List<WorkItemId> items() {
    return parts.stream().map(Candidate::workItem).toList();
  }

  /** As people name it. */
  String name() {
    return packed == null ? whole.workItem().value() : packed.name();
  }

  /** Whether that run carries exactly this. */
  boolean carriedBy(RunHeader run) {
    return sameCarrier(run) && frozen().parts().equals(run.load().parts());
  }

  /** The same package, or the same work item by itself. */
  boolean sameCarrier(RunHeader run) {
    return packed == null
        ? !run.load().together() && run.workItem().equals(whole.workItem())
        : packed.id().equals(run.load().packageId());
  }

  RunLoad frozen() {
    List<RunLoad.Part> frozen =
        parts.stream()
            .map(part -> new RunLoad.Part(part.workItem(), part.number(), part.digest()))
            .toList();
    return packed == null
        ? new RunLoad(null, null, frozen)
        : new RunLoad(packed.id(), packed.name(), frozen);
  }
}
