package io.tyto.server.pipelines.gate;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the external system no longer shows is not promoted. */
@Component
@Order(30)
class GoneGate implements Gate {

  @Override
  public String code() {
    return "gone";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    return subject.item().gone()
        ? GateVerdict.stop(
            code(),
            ("%s is gone in the external system. Bring it back there and sync, or promote what"
                    + " took its place.")
                .formatted(subject.item().id().value()))
        : GateVerdict.pass(code(), "");
  }
}
