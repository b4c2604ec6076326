package io.tyto.server.pipelines.gate;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.calendar.FreezeCalendar;
import io.tyto.server.pipelines.calendar.Hold;
import io.tyto.server.pipelines.run.Parking;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Deployments that wait for the end of a freeze or for a window: they go on as they came. */
@Component
public class Holdback {
  /** A place ahead needs about this long to ask its gates again. */
  private static final Duration A_PLACE = Duration.ofSeconds(2);

  private static final int PLACES = 30;

  private final FreezeCalendar calendar;
  private final Parking parking;
  private final RunStore runs;
  private final VerdictStore bypasses;

  Holdback(FreezeCalendar calendar, Parking parking, RunStore runs, VerdictStore bypasses) {
    this.calendar = calendar;
    this.parking = parking;
    this.runs = runs;
    this.bypasses = bypasses;
  }

  /** Why it waits, and until when. */
  public record Held(String message, Instant until) {}

  /** Two people let the deployment pass, whatever the calendar says. */
  public boolean passed(RunTask task) {
    return bypasses
        .bypass(task, Bypass.FREEZE)
        .filter(bypass -> bypass.confirmedBy() != null)
        .isPresent();
  }

  /** Why a deployment may not begin now; empty when it may. */
  public Optional<Held> ask(RunTask task, String project, List<Target> targets, Instant now) {
    return passed(task)
        ? Optional.empty()
        : calendar
            .hold(project, environments(targets), now)
            .map(hold -> new Held(hold.message(), hold.until()));
  }

  /**
   * The gates said that the deployment has to wait. The calendar is asked once more while nobody
   * can change it, so that no change is missed between the question and the wait.
   *
   * @return empty when nothing holds it back any more
   */
  public Optional<Held> park(RunTask task, String project, List<Target> targets, Instant now) {
    calendar.keepStill();
    List<EnvironmentView> environments = environments(targets);
    Optional<Hold> hold = calendar.hold(project, environments, now);
    List<EnvironmentId> places = environments.stream().map(EnvironmentView::id).toList();
    hold.ifPresent(until -> parking.enter(task, places, until.until()));
    return hold.map(h -> new Held(h.message(), h.until()));
  }

  private static List<EnvironmentView> environments(List<Target> targets) {
    return targets.stream()
        .filter(target -> !target.deliverables().isEmpty())
        .map(Target::environment)
        .toList();
  }

  /** Who was held back earlier goes first; a place in the line ends with this question. */
  public Optional<Held> behind(RunTask task, ProjectKey project, Instant now) {
    Optional<Parking.Ahead> ahead = parking.ahead(task);
    if (ahead.isEmpty()) {
      parking.leave(task);
      return Optional.empty();
    }
    String who =
        runs.find(ahead.get().runId())
            .filter(run -> run.header().project().equals(project))
            .map(run -> run.header().carried())
            .orElse("a run of another project");
    return Optional.of(
        new Held(
            "Goes on after %s, which has waited longer.".formatted(who),
            now.plus(A_PLACE.multipliedBy(Math.min(PLACES, ahead.get().count())))));
  }
}
