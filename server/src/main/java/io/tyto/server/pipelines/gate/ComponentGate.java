package io.tyto.server.pipelines.gate;

import io.tyto.server.projects.Projects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Some projects want a component before anything moves. */
@Component
@Order(20)
class ComponentGate implements Gate {
  private final Projects projects;

  ComponentGate(Projects projects) {
    this.projects = projects;
  }

  @Override
  public String code() {
    return "component-missing";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    String component = subject.item().component();
    boolean required = projects.get(subject.item().id().project()).settings().componentRequired();
    return required && (component == null || component.isBlank())
        ? GateVerdict.stop(
            code(),
            "%s has no component, which this project requires."
                .formatted(subject.item().id().value()),
            "Set it with Actions > Edit.")
        : GateVerdict.pass(code(), "");
  }
}
