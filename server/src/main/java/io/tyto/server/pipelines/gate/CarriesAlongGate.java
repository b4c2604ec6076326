package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.Deliverables.Collision;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Other people's work that would travel along is promoted already, or stops at Production. */
@Component
@Order(90)
class CarriesAlongGate implements Gate {
  private static final int SHOWN = 10;
  private final Deliverables deliverables;
  private final WorkItems workItems;

  CarriesAlongGate(Deliverables deliverables, WorkItems workItems) {
    this.deliverables = deliverables;
    this.workItems = workItems;
  }

  @Override
  public String code() {
    return "carries-along";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<Collision> open =
        deliverables.collisions(subject.item().id()).stream()
            .filter(Collision::carried)
            .filter(collision -> !subject.together().contains(collision.other()))
            .filter(this::open)
            .filter(collision -> !included(subject, collision))
            .toList();
    if (open.isEmpty()) {
      return GateVerdict.pass(code(), "Nothing of another open work item travels along.");
    }
    String message =
        String.join(" ", open.stream().limit(SHOWN).map(Collision::message).toList())
            + (open.size() > SHOWN ? " And %d more.".formatted(open.size() - SHOWN) : "");
    return subject.targets().stream().anyMatch(Target::production)
        ? GateVerdict.stop(
            code(),
            message,
            "Promote the others first or all in one release package, or take the shared part out.")
        : GateVerdict.warn(
            code(), message, "Promote them together when what travels along is to be seen there.");
  }

  /** A feature that carries just what its story carries is promoted together with it. */
  private boolean included(GateSubject subject, Collision collision) {
    boolean ownStory =
        workItems
            .find(collision.other())
            .filter(other -> other.parentIds().contains(subject.item().id()))
            .isPresent();
    return ownStory
        && deliverables.current(collision.other()).deliverables().stream()
            .anyMatch(theirs -> subject.candidate().deliverables().stream().anyMatch(theirs::same));
  }

  private boolean open(Collision collision) {
    return workItems
        .find(collision.other())
        .filter(other -> !"COMPLETED".equals(other.pipelineStatus()))
        .isPresent();
  }
}
