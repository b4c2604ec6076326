package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A freeze of Quality until Monday, 23 November 2026, 06:00 UTC; now it is Sunday, 10:00. */
class FreezeGateTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

  private final EngineRig rig = EngineRig.inMemory();
  private final Actor dev = rig.world.person("dana", ProjectRole.DEVELOPER);
  private final Actor manager = rig.world.person("mara", ProjectRole.RELEASE_MANAGER);
  private final Asked asked = new Asked();

  @BeforeEach
  void freezeQuality() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    rig.bean(CalendarDesk.class)
        .create(
            manager,
            new CalendarInput(
                CalendarEntry.Kind.FREEZE,
                "Close",
                "books",
                World.PROJECT.value(),
                null,
                EnvironmentView.Type.QUALITY,
                "UTC",
                LocalDateTime.parse("2026-11-20T18:00"),
                LocalDateTime.parse("2026-11-23T06:00"),
                null,
                null));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private GateVerdict check() {
    return rig.bean(FreezeGate.class).check(asked.subject());
  }

  @Test
  void parksWhatGoesToAFrozenEnvironmentUntilTheEndAndRefusesNothing() {
    asked.to(Asked.PROD);
    assertThat(check()).isEqualTo(GateVerdict.pass("freeze", ""));
    asked.to(Asked.QA, List.of());
    assertThat(check()).as("nothing goes there").isEqualTo(GateVerdict.pass("freeze", ""));
    asked.to(Asked.QA);
    assertThat(check())
        .isEqualTo(GateVerdict.park("freeze", "Freeze until Mon 06:00 (Close, UTC).", MONDAY));
    rig.world.clock.reach(MONDAY);
    assertThat(check()).isEqualTo(GateVerdict.pass("freeze", ""));
  }

  private RunTask promoted(String artifact) {
    RunView run = rig.promote(rig.world.item(World.artifact(artifact, "1", null)), dev);
    return rig.bean(RunStore.class).find(run.id()).orElseThrow().tasks().getFirst();
  }

  @Test
  void givesNoPlaceToWhatDoesNotGoThere() {
    RunTask task = promoted("Orders");
    asked.to(Asked.QA, List.of()).to(Asked.PROD);
    Instant now = rig.world.clock.instant();
    Holdback holdback = rig.bean(Holdback.class);
    assertThat(holdback.park(task, World.PROJECT.value(), asked.targets, now)).isEmpty();
    asked.to(Asked.QA);
    assertThat(holdback.park(task, World.PROJECT.value(), asked.targets, now))
        .contains(new Holdback.Held("Freeze until Mon 06:00 (Close, UTC).", MONDAY));
  }

  @Test
  void letsThemGoInTheOrderInWhichTheyCame() {
    Holdback holdback = rig.bean(Holdback.class);
    asked.to(Asked.QA);
    RunTask first = promoted("First");
    RunTask second = promoted("Second");
    RunTask third = promoted("Third");
    for (RunTask task : List.of(first, second, third)) {
      holdback.park(task, World.PROJECT.value(), asked.targets, rig.world.clock.instant());
    }
    rig.world.clock.reach(MONDAY);
    assertThat(holdback.behind(third, World.PROJECT, MONDAY))
        .contains(
            new Holdback.Held(
                "Goes on after BHA-2, which has waited longer.",
                MONDAY.plus(Duration.ofSeconds(4))));
    assertThat(holdback.behind(third, new ProjectKey("OTHER"), MONDAY).orElseThrow().message())
        .isEqualTo("Goes on after a run of another project, which has waited longer.");
    assertThat(holdback.behind(second, World.PROJECT, MONDAY))
        .contains(
            new Holdback.Held(
                "Goes on after BHA-1, which has waited longer.",
                MONDAY.plus(Duration.ofSeconds(2))));
    assertThat(holdback.behind(first, World.PROJECT, MONDAY)).isEmpty();
    assertThat(holdback.behind(second, World.PROJECT, MONDAY))
        .as("the first has left its place")
        .isEmpty();
    assertThat(holdback.behind(third, World.PROJECT, MONDAY)).isEmpty();
  }
}
