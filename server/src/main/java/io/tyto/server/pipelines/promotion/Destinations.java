package io.tyto.server.pipelines.promotion;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.Promotions.Order;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.calendar.FreezeCalendar;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.gate.Segment;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.server.pipelines.gate.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one press of Promote leads, and when the windows there are open. */
@Component
public class Destinations {
  private static final String NEXT = "next";

  private final Targets targets;
  private final FreezeCalendar calendar;
  private final Clock clock;

  Destinations(Targets targets, FreezeCalendar calendar, Clock clock) {
    this.targets = targets;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param after name of the wait that is released; null for the beginning
   */
  List<Target> of(
      ProjectKey project,
      PipelineDefinition pipeline,
      @Nullable String after,
      Candidate candidate) {
    return targets.of(project, pipeline, Segment.of(pipeline, after), candidate);
  }

  /** When all windows of these targets are open; empty when none of them has a window. */
  public Optional<Instant> nextWindow(ProjectKey project, List<Target> where) {
    List<EnvironmentView> environments =
        where.stream()
            .filter(target -> !target.deliverables().isEmpty())
            .map(Target::environment)
            .toList();
    return calendar.nextWindow(project.value(), environments, clock.instant());
  }

  /**
   * The order with its window turned into a time.
   *
   * @throws Refusal {@code no-window}
   */
  Order timed(Order order, List<Target> where) {
    if (order.window() == null) {
      return order;
    }
    if (!order.window().equals(NEXT)) {
      throw Refusal.at("window", RunRefusal.NO_WINDOW, "The window is \"next\", or none is given.");
    }
    Instant opens =
        nextWindow(order.workItem().project(), where)
            .orElseThrow(() ->
                Refusal.at(
                    "window",
                    RunRefusal.NO_WINDOW,
                    "No windows are defined for the targets. Give notBefore instead."));
    Instant chosen = order.notBefore();
    return order.startingAt(chosen != null && chosen.isAfter(opens) ? chosen : opens);
  }
}
