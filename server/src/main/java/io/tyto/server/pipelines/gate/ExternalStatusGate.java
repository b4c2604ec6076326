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
      case LiveStatus.Gone gone ->
          GateVerdict.stopUnlessOverridden("gone", gone.reason(), GoneGate.CURE);
      case LiveStatus.Unreadable unreadable ->
          GateVerdict.warn(
              code(),
              "The status could not be read live: " + unreadable.message(),
              "Test the credential of the integration; it is read anew with each plan.");
      case LiveStatus.Known known when !known.gates() ->
          GateVerdict.pass(code(), "Status gates are switched off for this integration.");
      case LiveStatus.Known known -> judged(subject, known);
    };
  }

  private GateVerdict judged(GateSubject subject, LiveStatus.Known known) {
    String label = known.status().label();
    Objection objection = objection(subject, known.phase());
    if (objection == null) {
      return GateVerdict.pass(code(), "Status is %s.".formatted(label));
    }
    if (subject.item().type() != WorkItemView.Type.FEATURE) {
      return GateVerdict.warn(code(), objection.of(label), objection.cure());
    }
    return OVER.contains(known.phase())
        ? GateVerdict.stopUnlessOverridden(code(), objection.of(label), objection.cure())
        : GateVerdict.stop(code(), objection.of(label), objection.cure());
  }

  private static @Nullable Objection objection(GateSubject subject, String phase) {
    boolean production = subject.targets().stream().anyMatch(Target::production);
    boolean tests =
        subject.targets().stream()
            .anyMatch(target -> target.environment().type() != EnvironmentView.Type.DEVELOPMENT);
    if (OVER.contains(phase)) {
      return new Objection("", "Create a follow-up feature, or override this with a reason.");
    }
    if (production && !phase.equals("READY_FOR_PRODUCTION")) {
      return new Objection(
          ": Production needs Ready for Production",
          "Set that status in the external system; it is read anew with each plan.");
    }
    if (tests && EARLY.contains(phase)) {
      return new Objection("", "Start its implementation first, in the external system.");
    }
    return null;
  }

  /** What a status lacks, and what clears it. */
  private record Objection(String lack, String cure) {

    String of(String label) {
      return "Its status is " + label + lack + ".";
    }
  }
}
