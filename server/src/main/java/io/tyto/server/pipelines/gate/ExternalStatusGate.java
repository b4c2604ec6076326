package io.tyto.server.pipelines.gate;

import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.StatusWriter.LiveStatus;
import io.tyto.server.stories.WorkItemView;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The external system's status, read live, allows the stage. User stories only warn. */
@Component
@Order(40)
class ExternalStatusGate implements Gate {
  private static final Set<String> OVER = Set.of("NOT_PLANNED", "DONE");
  private static final Set<String> EARLY = Set.of("SPECIFIED");
  private final StatusWriter statuses;

  ExternalStatusGate(StatusWriter statuses) {
    this.statuses = statuses;
  }

  @Override
  public String code() {
    return "alm-status";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    return switch (statuses.readStatus(subject.item().id())) {
      // What the last sync found gone is told by the gate for that, once.
      case LiveStatus.Gone gone when subject.item().gone() ->
          GateVerdict.pass(code(), gone.reason());
      case LiveStatus.Gone gone -> GateVerdict.stopUnlessOverridden("gone", gone.reason());
      case LiveStatus.Unreadable unreadable ->
          GateVerdict.warn(code(), "The status could not be read live: " + unreadable.message());
      case LiveStatus.Known known when !known.gates() ->
          GateVerdict.pass(code(), "Status gates are switched off for this integration.");
      case LiveStatus.Known known -> judged(subject, known);
    };
  }

  private GateVerdict judged(GateSubject subject, LiveStatus.Known known) {
    String label = known.status().label();
    String objection = objection(subject, known.phase(), label);
    if (objection == null) {
      return GateVerdict.pass(code(), "Status is %s.".formatted(label));
    }
    if (subject.item().type() != WorkItemView.Type.FEATURE) {
      return GateVerdict.warn(code(), objection);
    }
    return OVER.contains(known.phase())
        ? GateVerdict.stopUnlessOverridden(code(), objection)
        : GateVerdict.stop(code(), objection);
  }

  private static @Nullable String objection(GateSubject subject, String phase, String label) {
    boolean production = subject.targets().stream().anyMatch(Target::production);
    boolean tests =
        subject.targets().stream()
            .anyMatch(target -> target.environment().type() != EnvironmentView.Type.DEVELOPMENT);
    if (OVER.contains(phase)) {
      return "Its status is %s: create a follow-up feature, or override this with a reason."
          .formatted(label);
    }
    if (production && !phase.equals("READY_FOR_PRODUCTION")) {
      return "Its status is %s: Production needs Ready for Production.".formatted(label);
    }
    if (tests && EARLY.contains(phase)) {
      return "Its status is %s: start its implementation first.".formatted(label);
    }
    return null;
  }
}
