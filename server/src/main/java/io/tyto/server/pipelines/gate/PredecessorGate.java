package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.trace.Arrivals;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.WorkItemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this item depends on is in the target already. */
@Component
@Order(85)
class PredecessorGate implements Gate {
  private final Dependencies dependencies;
  private final Deliverables deliverables;
  private final Targets targets;
  private final Arrivals arrivals;

  PredecessorGate(
      Dependencies dependencies, Deliverables deliverables, Targets targets, Arrivals arrivals) {
    this.dependencies = dependencies;
    this.deliverables = deliverables;
    this.targets = targets;
    this.arrivals = arrivals;
  }

  @Override
  public String code() {
    return "predecessor";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<String> missing = new ArrayList<>();
    for (WorkItemView predecessor : dependencies.of(subject.item().id()).predecessors()) {
      if (subject.together().contains(predecessor.id())) {
        continue;
      }
      List<Deliverable> carried = deliverables.current(predecessor.id()).deliverables();
      if (carried.isEmpty() && !predecessor.noArtifacts()) {
        missing.add("%s has no deliverables yet.".formatted(predecessor.id().value()));
      }
      subject.targets().stream()
          .map(Target::environment)
          .distinct()
          .map(at -> missing(predecessor, carried, at))
          .flatMap(Optional::stream)
          .forEach(missing::add);
    }
    return missing.isEmpty()
        ? GateVerdict.pass(code(), "")
        : GateVerdict.stop(
            code(),
            "%s comes after what is not there yet: %s"
                .formatted(subject.item().id().value(), String.join(" ", missing)),
            "Promote that first or both in one release package, or remove the dependency under Actions > Dependencies.");
  }

  private Optional<String> missing(
      WorkItemView predecessor, List<Deliverable> carried, EnvironmentView at) {
    List<String> absent =
        carried.stream()
            .filter(d -> targets.takes(predecessor.id().project(), at, d))
            .filter(d -> !arrivals.arrived(at.id(), d))
            .map(Deliverable::name)
            .toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of %s is not in %s."
                .formatted(String.join(", ", absent), predecessor.id().value(), at.name()));
  }
}
