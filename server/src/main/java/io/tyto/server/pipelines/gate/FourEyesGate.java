package io.tyto.server.pipelines.gate;

import io.tyto.server.pipelines.definition.Coverage;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before Production stands an approval by somebody who neither made nor promoted the change. */
@Component
@Order(100)
class FourEyesGate implements Gate {
  private final boolean required;

  FourEyesGate(@Value("${tyto.require-four-eyes:false}") boolean required) {
    this.required = required;
  }

  @Override
  public String code() {
    return "four-eyes";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<String> production =
        subject.targets().stream().filter(Target::production).map(Target::task).distinct().toList();
    if (production.isEmpty()) {
      return GateVerdict.pass(code(), "Nothing goes to Production.");
    }
    return production.stream()
        .filter(task -> !Coverage.keepsFourEyes(subject.pipeline().definition(), task))
        .findFirst()
        .map(this::missing)
        .orElseGet(() -> GateVerdict.pass(code(), "An approval keeps the four eyes."));
  }

  private GateVerdict missing(String task) {
    String message =
        "\"%s\" deploys to Production without an approval that excludes promoter and author."
            .formatted(task);
    String cure =
        "Put an approval before it, in the release pipeline, that excludes promoter and author.";
    return required
        ? GateVerdict.stop(code(), message, cure)
        : GateVerdict.warn(code(), message, cure);
  }
}
