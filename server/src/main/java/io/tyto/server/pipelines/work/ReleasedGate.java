package io.tyto.server.pipelines.work;

import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Gate;
import io.tyto.server.pipelines.gate.GateSubject;
import io.tyto.server.pipelines.gate.GateVerdict;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What must be released before it can be deployed is released, or a task before will do it. */
@Component
@Order(80)
class ReleasedGate implements Gate {
  private static final String CHECK = "released";
  private final CheckRun checks;

  ReleasedGate(CheckRun checks) {
    this.checks = checks;
  }

  @Override
  public String code() {
    return "not-released";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<CheckFinding> open;
    try {
      open =
          checks
              .run(
                  subject.item().id(),
                  subject.candidate().deliverables(),
                  List.of(),
                  List.of(CHECK))
              .stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .toList();
    } catch (FaultException unreadable) {
      return GateVerdict.warn(
          code(),
          "The source could not be asked: " + unreadable.fault().message(),
          "Test the source environment; it is asked anew with each plan.");
    }
    if (open.isEmpty()) {
      return GateVerdict.pass(code(), "");
    }
    String message =
        open.stream()
            .map(each -> each.place() + ": " + each.message())
            .collect(Collectors.joining(" "));
    return releasesFirst(subject)
        ? GateVerdict.warn(code(), message, "Nothing needs to be done: the pipeline releases it.")
        : GateVerdict.stop(
            code(),
            message,
            open.stream()
                .map(CheckFinding::cure)
                .filter(cure -> !cure.isBlank())
                .distinct()
                .collect(Collectors.joining(" ")));
  }

  private static boolean releasesFirst(GateSubject subject) {
    return subject.moment() == GateSubject.Moment.PROMOTION
        && subject.pipeline().definition().stages().stream()
            .flatMap(stage -> stage.tasks().stream())
            .anyMatch(task -> task.spec() instanceof TaskSpec.ReleaseTransport);
  }
}
