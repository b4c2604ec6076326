package io.tyto.server.pipelines.gate;

import io.tyto.server.landscape.EnvironmentView;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A plan-only environment is looked at, never written to. */
@Component
@Order(40)
class PlanOnlyGate implements Gate {

  @Override
  public String code() {
    return "environment-plan-only";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<String> names =
        subject.targets().stream()
            .filter(target -> !target.deliverables().isEmpty())
            .map(Target::environment)
            .filter(environment -> environment.mode() == EnvironmentView.Mode.PLAN_ONLY)
            .map(EnvironmentView::name)
            .distinct()
            .toList();
    return names.isEmpty()
        ? GateVerdict.pass(code(), "")
        : GateVerdict.stop(
            code(),
            "%s: plan-only, so Tyto does not write there.".formatted(String.join(", ", names)),
            "An administrator sets the mode to LIVE.");
  }
}
