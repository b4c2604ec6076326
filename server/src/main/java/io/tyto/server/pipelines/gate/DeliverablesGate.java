package io.tyto.server.pipelines.gate;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing to promote is refused, unless the item says that it has no artifacts. */
@Component
@Order(10)
class DeliverablesGate implements Gate {

  @Override
  public String code() {
    return "no-deliverables";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    boolean fine = subject.item().noArtifacts() || !subject.candidate().deliverables().isEmpty();
    return fine
        ? GateVerdict.pass(code(), "")
        : GateVerdict.stop(
            code(),
            "%s has no deliverables.".formatted(subject.item().id().value()),
            "Attach some, or mark it as having no artifacts.");
  }
}
