package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of answer that a target gives, or does not give, and how long one waits for it. */
class AnswersTest extends OnARig {
  private static final String AT_QA = "deploy Orders 1.0.4 at http://cpi-qa";

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final Actor manager = rig.world.person("mara", RELEASE_MANAGER);
  private final FakeTarget target = rig.world.target;
  private final List<Instant> starts = new ArrayList<>();

  private RunView promoted() {
    target.whileStarting = at -> starts.add(rig.world.clock.instant());
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    return rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
  }

  private String state(RunView run) {
    return rig.task(run, "Deploy").state();
  }

  private String message(RunView run) {
    return rig.task(run, "Deploy").message();
  }

  private static Progress broken(Fault.Kind kind) {
    return new Progress.Broken(new Fault(kind, "Said no", null, null, "the target's own words"));
  }

  private static Progress working(Duration lookAgainIn, String note) {
    return new Progress.Working(new Handle("job"), lookAgainIn, note);
  }

  private double counted(String outcome) {
    return rig.bean(MeterRegistry.class)
        .get("tyto.effects")
        .tags("kind", "DEPLOY", "outcome", outcome)
        .counter()
        .count();
  }

  @ParameterizedTest
  @CsvSource({"PT90S, PT90S", "PT8760H, PT1H"})
  void waitsAsLongAsTheTargetAskedForUpToAnHour(Duration asked, Duration waits) {
    target.answers.add(
        new Progress.Broken(
            new Fault(Fault.Kind.TOO_MANY_REQUESTS, "Slow down", asked, null, null)));
    RunView run = promoted();
    rig.settle(Duration.ofHours(2));
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(Duration.between(starts.getFirst(), starts.getLast())).isEqualTo(waits);
  }

  @Test
  void waitsLongerEachTimeAndAsksAPersonAfterTwelveAttempts() {
    for (int i = 0; i < 20; i++) {
      target.answers.add(broken(Fault.Kind.UNREACHABLE));
    }
    RunView run = promoted();
    rig.settle(Duration.ofHours(1));
    assertThat(state(run)).isEqualTo("BROKEN");
    List<Long> pauses = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      pauses.add(Duration.between(starts.get(i - 1), starts.get(i)).toSeconds());
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 100L, 100L, 100L, 100L);
    assertThat(rig.task(run, "Deploy").evidence()).extracting("name").contains("answer.txt");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "REFUSED", "BLOCKED"})
  void asksAPersonAtOnceWhenTheTargetSaidNo(Fault.Kind kind) {
    target.answers.add(broken(kind));
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("Said no");
    assertThat(starts).hasSize(1);
    assertThat(rig.task(run, "Deploy").evidence()).extracting("name").contains("answer.txt");
    assertThat(counted("BROKEN")).isEqualTo(1);
    assertThat(rig.world.audited).anyMatch(line -> line.contains("effect-ended"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"UNKNOWN", "UNAVAILABLE", "MALFORMED"})
  void asksTheTargetWhenTheAnswerTellsNothing(Fault.Kind kind) {
    target.answers.add(broken(kind));
    target.found.add(() -> new Finding.Happened(new Handle("job")));
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(starts).as("sent once").hasSize(1);
    assertThat(counted("DONE")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"UNKNOWN", "UNAVAILABLE"})
  void simplyRepeatsWhatDoesNoHarm(Fault.Kind kind) {
    target.effectClass = EffectClass.IDEMPOTENT;
    target.answers.add(broken(kind));
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(starts).hasSize(2);
  }

  @Test
  void doesNotRepeatWhatItDoesNotUnderstand() {
    target.effectClass = EffectClass.IDEMPOTENT;
    target.answers.add(broken(Fault.Kind.MALFORMED));
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(starts).hasSize(1);
  }

  @Test
  void repeatsWhatDoesNoHarmSixTimesWhenTheServerDiesEachTime() {
    target.effectClass = EffectClass.IDEMPOTENT;
    RunView run = promoted();
    die(5);
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    RunView again = promoted();
    die(6);
    rig.settle();
    assertThat(state(again)).isEqualTo("BROKEN");
    assertThat(message(again)).contains("No answer in 6 attempts.");
  }

  private void die(int times) {
    rig.world.parameters.put("receiver", "http://" + times);
    for (int i = 0; i < times; i++) {
      target.script.add(Next.BE_KILLED_BEFORE);
      assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);
      rig.world.clock.advance(Duration.ofMinutes(5));
      rig.restart();
    }
  }

  @Test
  void asksAgainWhenItIsTooEarlyToTell() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    target.found.add(() -> new Finding.TooEarly(Duration.ofMinutes(5)));
    RunView run = promoted();
    rig.settle(Duration.ofMinutes(4));
    assertThat(state(run)).isEqualTo("RUNNING");
    rig.settle(Duration.ofMinutes(6));
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void asksForTwoHoursAndThenAPerson() {
    RunView patient = lost(Duration.ofHours(2).minusSeconds(1));
    target.found.add(() -> new Finding.TooEarly(Duration.ofMinutes(10)));
    rig.settle(Duration.ofHours(3));
    assertThat(state(patient)).as("two hours are not over").isEqualTo("DONE");
    RunView late = lost(Duration.ofHours(2));
    target.found.add(() -> new Finding.TooEarly(Duration.ofMinutes(10)));
    rig.settle(Duration.ofHours(3));
    assertThat(state(late)).isEqualTo("BROKEN");
    assertThat(message(late)).contains("could not tell for two hours");
    assertThat(counted("UNKNOWN")).isEqualTo(1);
  }

  private RunView lost(Duration first) {
    rig.world.parameters.put("receiver", "http://" + first);
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    target.found.add(() -> new Finding.TooEarly(first));
    return promoted();
  }

  private void cannotBeAsked(Fault.Kind kind, int times) {
    for (int i = 0; i < times; i++) {
      target.found.add(() -> {
        throw new FaultException(new Fault(kind, "Not now", null, null, "its words"));
      });
    }
  }

  @Test
  void keepsAskingATargetThatCannotBeReached() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    cannotBeAsked(Fault.Kind.UNAVAILABLE, 9);
    cannotBeAsked(Fault.Kind.UNKNOWN, 1);
    RunView run = promoted();
    rig.settle(Duration.ofHours(1));
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void leavesWhatWasSentToAPersonAfterTwelveAnswersThatWereNone() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    cannotBeAsked(Fault.Kind.UNAVAILABLE, 11);
    RunView run = promoted();
    rig.settle(Duration.ofHours(1));
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("could not be asked how it ended: Not now");
    assertThat(rig.task(run, "Deploy").evidence()).extracting("name").contains("answer.txt");
    assertThat(target.count(AT_QA)).isEqualTo(1);
  }

  @Test
  void leavesItToAPersonAtOnceWhenAskingIsNotAllowedOrMeetsAnErrorOfOurs() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    cannotBeAsked(Fault.Kind.FORBIDDEN, 1);
    RunView forbidden = promoted();
    rig.settle();
    assertThat(state(forbidden)).isEqualTo("BROKEN");
    rig.bean(Runs.class).abort(forbidden.id(), "changed plans", dev);
    rig.world.parameters.put("receiver", "http://elsewhere");
    target.answers.add(broken(Fault.Kind.UNKNOWN));
    target.found.add(() -> {
      throw new IllegalStateException("a bug");
    });
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-PROD", false))));
    RunView bug = rig.promote(rig.world.item(World.artifact("Orders", "1.0.5", null)), manager);
    rig.settle();
    assertThat(state(bug)).isEqualTo("BROKEN");
    assertThat(message(bug)).contains("Tyto met an error of its own here");
  }

  @Test
  void showsAPersonWhatTheTargetDidTell() {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    String told = "x".repeat(2_000);
    target.found.add(
        () -> new Finding.CannotTell(List.of(new Evidence("log.txt", "text/plain", told + "\n"))));
    RunView run = promoted();
    rig.settle();
    assertThat(message(run)).contains("\n" + "x".repeat(999)).doesNotContain("x".repeat(1_000));
  }

  @Test
  void doesNotAskTheTargetAboutWhatItNeverLookedAt() {
    target.whileLooking =
        () -> {
          throw new FaultException(Fault.of(Fault.Kind.FORBIDDEN, "No scope to look"));
        };
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("No scope to look");
    assertThat(starts).isEmpty();
  }

  @Test
  void sendsNothingWhenLookingMeetsAnErrorOfOurs() {
    target.whileLooking =
        () -> {
          throw new IllegalStateException("a bug");
        };
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("BROKEN");
    assertThat(message(run)).contains("Tyto met an error of its own here");
    assertThat(starts).isEmpty();
  }

  @Test
  void believesAConnectorThatThrewThatNothingWasSent() {
    target.whileStarting =
        at -> {
          starts.add(rig.world.clock.instant());
          target.whileStarting = again -> starts.add(rig.world.clock.instant());
          throw new FaultException(Fault.of(Fault.Kind.UNREACHABLE, "No route"));
        };
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    assertThat(starts).hasSize(2);
  }

  @Test
  void goesOnLookingWhenALookAtWorkFailed() {
    target.polled.add(() -> broken(Fault.Kind.UNAVAILABLE));
    RunView run = promoted();
    rig.settle();
    assertThat(state(run)).isEqualTo("DONE");
    target.polled.add(() -> broken(Fault.Kind.FORBIDDEN));
    rig.world.parameters.put("receiver", "http://elsewhere");
    RunView forbidden = promoted();
    rig.settle();
    assertThat(state(forbidden)).isEqualTo("BROKEN");
    assertThat(message(forbidden)).contains("could not be asked how it ended: Said no");
  }

  @Test
  void leavesWorkOfMoreThanTwoHoursToAPerson() {
    RunView done = workingFor(4);
    assertThat(state(done)).as("done after two and a half hours").isEqualTo("DONE");
    rig.world.parameters.put("receiver", "http://elsewhere");
    RunView endless = workingFor(5);
    assertThat(state(endless)).isEqualTo("BROKEN");
    assertThat(message(endless)).contains("working for more than two hours");
  }

  private RunView workingFor(int looks) {
    Duration half = Duration.ofMinutes(30);
    target.answers.add(working(half, "Importing"));
    for (int i = 0; i < looks; i++) {
      target.polled.add(() -> working(half, "Importing"));
    }
    RunView run = promoted();
    rig.settle(Duration.ofHours(5));
    return run;
  }

  @Test
  void showsHowFarTheTargetIs() {
    target.answers.add(working(Duration.ofMinutes(1), "Uploading"));
    target.polled.add(() -> working(Duration.ofMinutes(1), "Deploying"));
    target.polled.add(() -> working(Duration.ofMinutes(1), "Starting"));
    RunView run = promoted();
    rig.settle(Duration.ofSeconds(30));
    assertThat(message(run)).isEqualTo("Uploading");
    rig.settle(Duration.ofSeconds(60));
    assertThat(message(run)).isEqualTo("Deploying");
    rig.bean(Runs.class).abort(run.id(), "changed plans", dev);
    rig.settle(Duration.ofSeconds(60));
    assertThat(target.polled).isEmpty();
    assertThat(message(run)).startsWith("Aborted by dana").endsWith("Starting");
  }

  @Test
  void callsOnceMoreAndNotTwiceWhenAPersonAsksForIt() {
    List<String> keys = new ArrayList<>();
    rig.world.http =
        call -> {
          keys.add(call.headers().get("Idempotency-Key"));
          if (keys.size() == 1) {
            throw new FaultException(Fault.of(Fault.Kind.UNKNOWN, "No answer came"));
          }
          return new HttpAnswer(200, Map.of(), new byte[0]);
        };
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Call", new TaskSpec.Callout("CPI-QA", "POST", "/x", Map.of(), List.of()))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
    ActionOrder again = new ActionOrder("not there", true, null, null, null);
    rig.act(run, "Call", RunAction.RETRY, again, dev);
    rig.settle();
    assertThat(rig.task(run, "Call").state()).isEqualTo("DONE");
    assertThat(keys).hasSize(2);
  }
}
