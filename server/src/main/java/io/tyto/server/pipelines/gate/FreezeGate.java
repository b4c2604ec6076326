package io.tyto.server.pipelines.gate;

import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.calendar.FreezeCalendar;
import io.tyto.server.pipelines.calendar.Hold;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A freeze, or a window that is not open, parks a deployment; it never refuses. */
@Component
@Order(110)
class FreezeGate implements Gate {
  private final FreezeCalendar calendar;
  private final Clock clock;

  FreezeGate(FreezeCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "freeze";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<EnvironmentView> environments =
        subject.targets().stream()
            .filter(target -> !target.deliverables().isEmpty())
            .map(Target::environment)
            .distinct()
            .toList();
    return calendar
        .hold(subject.item().id().project().value(), environments, clock.instant())
        .map(this::parked)
        .orElseGet(() -> GateVerdict.pass(code(), ""));
  }

  private GateVerdict parked(Hold hold) {
    return GateVerdict.park(code(), hold.message(), hold.until());
  }
}
