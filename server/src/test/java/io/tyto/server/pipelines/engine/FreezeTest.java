package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The world's clock says Sunday, 22 November 2026, 10:00 UTC. */
class FreezeTest extends OnARig {
  private static final ActionOrder OVERRIDE =
      new ActionOrder("hotfix for payroll", null, true, null, null);

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);

  private String entry(
      CalendarEntry.Kind kind, @Nullable String environment, String starts, String ends) {
    return rig.bean(CalendarDesk.class)
        .create(
            manager,
            new CalendarInput(
                kind,
                "Close",
                "books",
                World.PROJECT.value(),
                environment,
                null,
                "Europe/Berlin",
                LocalDateTime.parse(starts),
                LocalDateTime.parse(ends),
                null,
                null))
        .id();
  }

  private String freeze() {
    return entry(CalendarEntry.Kind.FREEZE, "cpi-qa", "2026-11-20T18:00", "2026-11-23T06:00");
  }

  private RunView promoted(String artifact) {
    RunView run = rig.promote(rig.world.item(World.artifact(artifact, "1.0.0", null)), dev);
    rig.settle();
    return run;
  }

  private void pipeline() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
  }

  private String state(RunView run) {
    return rig.run(run.id(), dev).state();
  }

  @Test
  void parksAtTheFrozenDeploymentAndGoesOnByItselfInTheOrderInWhichTheyCame() {
    pipeline();
    freeze();
    RunView first = promoted("First");
    rig.world.clock.advance(Duration.ofMinutes(1));
    RunView second = promoted("Second");
    RunView third = promoted("Third");
    assertThat(rig.task(first, "Deploy").message())
        .isEqualTo("Freeze until Mon 06:00 (Close, Europe/Berlin).");
    assertThat(rig.task(first, "Deploy").waitingFor()).isEqualTo("window");
    assertThat(state(first)).isEqualTo("WAITING");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.settle(Duration.ofHours(18));
    rig.world.clock.advance(Duration.ofHours(18));
    assertThat(List.of(state(first), state(second), state(third)))
        .as("before Monday 06:00 in Berlin")
        .containsOnly("WAITING");
    rig.settle(Duration.ofHours(2));
    assertThat(List.of(state(first), state(second), state(third))).containsOnly("COMPLETED");
    assertThat(rig.world.target.ledger.toString()).containsSubsequence("First", "Second", "Third");
  }

  @Test
  void laterOnesWaitEvenWhenTheyAreWokenFirst() {
    pipeline();
    freeze();
    RunView first = promoted("First");
    RunView second = promoted("Second");
    rig.world.clock.advance(Duration.ofDays(1));
    rig.bean(RunTurn.class).take(second.id());
    rig.settle(Duration.ofHours(1));
    assertThat(rig.world.target.ledger.toString()).containsSubsequence("First", "Second");
    assertThat(List.of(state(first), state(second))).containsOnly("COMPLETED");
  }

  @Test
  void wakesAtOnceWhenTheFreezeIsShortenedOrDeleted() {
    pipeline();
    String id = freeze();
    RunView run = promoted("Orders");
    assertThat(state(run)).isEqualTo("WAITING");
    rig.bean(CalendarDesk.class).remove(manager, id);
    rig.settle(Duration.ofMinutes(5));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).isNotEmpty();
    assertThat(rig.world.audited).anyMatch(line -> line.contains("calendar-entry-removed"));
  }

  @Test
  void asksTheOtherGatesAgainWhenTheFreezeIsOver() {
    pipeline();
    freeze();
    RunView run = promoted("Orders");
    rig.world.environment("CPI-QA", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.PLAN_ONLY);
    rig.settle(Duration.ofDays(1));
    assertThat(state(run)).isEqualTo("FAILED");
    assertThat(rig.world.target.ledger).isEmpty();
  }

  @Test
  void deploysInsideAWindowOnly() {
    pipeline();
    entry(CalendarEntry.Kind.WINDOW, "cpi-qa", "2026-11-22T20:00", "2026-11-22T22:00");
    RunView run = promoted("Orders");
    assertThat(rig.task(run, "Deploy").message())
        .isEqualTo("Waits for its window: Sun 20:00 (Close, Europe/Berlin).");
    rig.settle(Duration.ofHours(10));
    assertThat(state(run)).isEqualTo("COMPLETED");
  }

  @Test
  void leavesOtherEnvironmentsAlone() {
    pipeline();
    entry(CalendarEntry.Kind.FREEZE, "cpi-prod", "2026-11-20T18:00", "2026-11-23T06:00");
    assertThat(state(promoted("Orders"))).isEqualTo("COMPLETED");
  }

  @Test
  void abortsInTheMiddleOfAFreeze() {
    pipeline();
    freeze();
    RunView first = promoted("First");
    RunView second = promoted("Second");
    rig.bean(Runs.class).abort(first.id(), "not needed", manager);
    assertThat(state(first)).isEqualTo("ABORTED");
    rig.settle(Duration.ofDays(1));
    assertThat(state(second)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger.toString()).doesNotContain("First");
  }

  @Test
  void passesAFreezeWithAReasonAndASecondPersonOnly() {
    pipeline();
    freeze();
    RunView run = promoted("Orders");
    assertThat(refusal(run, ActionOrder.NONE, manager)).isEqualTo(RunRefusal.NOT_IN_THIS_STATE);
    assertThat(refusal(run, new ActionOrder(null, null, true, null, null), manager))
        .isEqualTo(RunRefusal.REASON_REQUIRED);
    Actor token = new Actor(manager.id(), manager.name(), Actor.Kind.TOKEN);
    assertThat(refusal(run, OVERRIDE, token)).isEqualTo(RunRefusal.TOKEN_CANNOT_APPROVE);
    assertThat(refusal(run, OVERRIDE, manager)).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
    assertThat(refusal(run, OVERRIDE, manager)).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
    assertThat(rig.world.target.ledger).isEmpty();
    rig.act(run, "Deploy", RunAction.RETRY, OVERRIDE, dev);
    rig.settle();
    RunView after = rig.run(run.id(), dev);
    assertThat(after.state()).isEqualTo("COMPLETED");
    assertThat(after.bypasses())
        .singleElement()
        .satisfies(bypass -> {
          assertThat(bypass.action()).isEqualTo("override-freeze");
          assertThat(bypass.askedBy()).isEqualTo("mara");
          assertThat(bypass.confirmedBy()).isEqualTo("dana");
          assertThat(bypass.reason()).isEqualTo("hotfix for payroll");
        });
  }

  private RefusalCode refusal(RunView run, ActionOrder order, Actor by) {
    return catchThrowableOfType(
            Refusal.class, () -> rig.act(run, "Deploy", RunAction.RETRY, order, by))
        .code();
  }

  @Test
  void startsInTheNextWindowWhenAsked() {
    pipeline();
    var item = rig.world.item(World.artifact("Orders", "1.0.0", null));
    Promotions.Order next = new Promotions.Order(item, null, null, null, "next", null, null);
    assertThat(
            catchThrowableOfType(Refusal.class, () -> rig.bean(Promotions.class).start(next, dev))
                .code())
        .isEqualTo(RunRefusal.NO_WINDOW);
    entry(CalendarEntry.Kind.WINDOW, "cpi-qa", "2026-11-22T20:00", "2026-11-22T22:00");
    RunView run = rig.bean(Promotions.class).start(next, dev).run();
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(run, "Deploy").message()).isEqualTo("Starts at 2026-11-22T19:00:00Z.");
    rig.settle(Duration.ofHours(10));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.task(run, "Deploy").endedAt()).isAfter(Instant.parse("2026-11-22T19:00:00Z"));
  }

  @Test
  void parksWhatWaitedForTheSystemWhenTheFreezeBegan() {
    pipeline();
    entry(CalendarEntry.Kind.FREEZE, "cpi-qa", "2026-11-22T12:00", "2026-11-23T06:00");
    Duration howLong = Duration.ofHours(1).plusMinutes(30);
    rig.world.target.answers.add(new Progress.Working(new Handle("job"), howLong, "Importing"));
    RunView first = rig.promote(rig.world.item(World.artifact("First", "1.0.0", null)), dev);
    RunView queued =
        rig.promote(
            rig.world.item(
                World.artifact("Second", "1.0.0", null), World.artifact("Third", "1.0.0", null)),
            dev);
    rig.settle(Duration.ofMinutes(5));
    assertThat(rig.task(queued, "Deploy").waitingFor()).isEqualTo("environment");
    rig.settle(Duration.ofHours(3));
    assertThat(state(first)).isEqualTo("COMPLETED");
    assertThat(rig.task(queued, "Deploy").waitingFor()).isEqualTo("window");
    assertThat(rig.task(queued, "Deploy").message())
        .isEqualTo("Freeze until Mon 06:00 (Close, Europe/Berlin).");
    assertThat(rig.task(queued, "Deploy", manager).asks().override()).isTrue();
    assertThat(rig.world.target.ledger).isEmpty();
    rig.settle(Duration.ofDays(1));
    assertThat(state(queued)).isEqualTo("COMPLETED");
    assertThat(rig.task(queued, "Deploy").message()).doesNotContain("Freeze");
    assertThat(rig.world.target.ledger)
        .containsExactly(
            "deploy Second 1.0.0 at http://cpi-qa", "deploy Third 1.0.0 at http://cpi-qa");
  }

  @Test
  void bringsWhatHasBegunToItsEnd() {
    pipeline();
    entry(CalendarEntry.Kind.FREEZE, "cpi-qa", "2026-11-22T12:00", "2026-11-23T06:00");
    Duration howLong = Duration.ofHours(1).plusMinutes(30);
    rig.world.target.answers.add(new Progress.Working(new Handle("job"), howLong, "Importing"));
    RunView run =
        rig.promote(
            rig.world.item(
                World.artifact("First", "1.0.0", null), World.artifact("Second", "1.0.0", null)),
            dev);
    rig.settle(Duration.ofHours(3));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).containsExactly("deploy Second 1.0.0 at http://cpi-qa");
  }

  @Test
  void asksTheGatesBeforeARetrySendsOnceMore() {
    pipeline();
    entry(CalendarEntry.Kind.FREEZE, "cpi-qa", "2026-11-22T12:00", "2026-11-23T06:00");
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(FakeTarget.Next.LOSE_BEFORE_DOING);
    RunView run = promoted("Orders");
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    rig.world.clock.advance(Duration.ofHours(3));
    ActionOrder again = new ActionOrder("not there", true, null, null, null);
    rig.act(run, "Deploy", RunAction.RETRY, again, dev);
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(run, "Deploy").waitingFor()).isEqualTo("window");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.settle(Duration.ofDays(1));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  @Test
  void asksTheTargetBeforeTheGatesWhenARetryOnlyLooks() {
    pipeline();
    entry(CalendarEntry.Kind.FREEZE, "cpi-qa", "2026-11-22T12:00", "2026-11-23T06:00");
    rig.world.target.script.add(FakeTarget.Next.LOSE_BEFORE_DOING);
    Fault no = Fault.of(Fault.Kind.FORBIDDEN, "Not you");
    rig.world.target.found.add(() -> {
      throw new FaultException(no);
    });
    RunView run = promoted("Orders");
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("BROKEN");
    rig.world.clock.advance(Duration.ofHours(3));
    rig.act(run, "Deploy", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle(Duration.ofHours(1));
    assertThat(rig.task(run, "Deploy").waitingFor()).isEqualTo("window");
    assertThat(rig.world.target.ledger).isEmpty();
    rig.settle(Duration.ofDays(1));
    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }
}
