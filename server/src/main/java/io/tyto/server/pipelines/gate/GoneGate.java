package io.tyto.server.pipelines.gate;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the external system no longer shows is not promoted. */
@Component
@Order(30)
class GoneGate implements Gate {
  static final String CURE =
      "Bring it back there and sync, promote what took its place, or override this with a reason.";

  @Override
  public String code() {
    return "gone";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    return subject.item().gone()
        ? GateVerdict.stopUnlessOverridden(
            code(),
            "%s is gone in the external system.".formatted(subject.item().id().value()),
            CURE)
        : GateVerdict.pass(code(), "");
  }
}
