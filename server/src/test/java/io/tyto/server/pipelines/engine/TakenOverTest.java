package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker that was paused while another one took its effect: it sends and writes nothing. */
class TakenOverTest extends OnARig {
  private static final String AT_QA = "deploy Orders 1.0.4 at http://cpi-qa";

  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private final FakeTarget target = rig.world.target;
  private final List<String> sent = new ArrayList<>();
  private RunView run;
  private Effect theirs;

  private void promoted() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    rig.settle();
  }

  private Effect deployment() {
    return rig.bean(RunStore.class).find(run.id()).orElseThrow().effects().stream()
        .filter(effect -> effect.kind() == EffectKind.DEPLOY)
        .findFirst()
        .orElseThrow();
  }

  private void takeOver() {
    theirs = rig.bean(EffectStore.class).take(deployment().id()).orElseThrow();
  }

  private void nothingWasWritten() {
    assertThat(theirs).isNotNull();
    assertThat(deployment()).isEqualTo(theirs);
    assertThat(rig.task(run, "Deploy").state()).isEqualTo("RUNNING");
  }

  private void theOtherWorkerEndsIt() {
    target.whileStarting = at -> {};
    target.whileLooking = () -> {};
    rig.loseNode();
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(target.count(AT_QA)).isEqualTo(1);
  }

  static List<Progress> answers() {
    return List.of(
        new Progress.Done("Done.", List.of()),
        new Progress.Working(new Handle("job"), Duration.ofSeconds(2), "Working"),
        new Progress.Refused("8", "Return code 8", List.of()),
        new Progress.Broken(Fault.of(Fault.Kind.UNKNOWN, "No answer")),
        new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route")),
        new Progress.Broken(Fault.of(Fault.Kind.FORBIDDEN, "No scope")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void doesNotWriteALateAnswerToSending(Progress late) {
    target.whileStarting = at -> takeOver();
    target.answers.add(late);
    promoted();
    nothingWasWritten();
    assertThat(rig.step(rig.world.clock.instant().plus(Duration.ofDays(1))))
        .as("and does not come back")
        .isFalse();
    theOtherWorkerEndsIt();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void doesNotWriteALateAnswerToALook(Progress late) {
    target.polled.add(() -> {
      takeOver();
      return late;
    });
    promoted();
    nothingWasWritten();
    assertThat(rig.step(rig.world.clock.instant().plus(Duration.ofDays(1)))).isFalse();
    theOtherWorkerEndsIt();
  }

  static List<Supplier<Finding>> findings() {
    return List.of(
        () -> new Finding.Happened(new Handle("job")),
        () -> new Finding.DidNot("no newer version"),
        () -> new Finding.TooEarly(Duration.ofMinutes(1)),
        () -> new Finding.CannotTell(List.of()),
        () -> {
          throw new FaultException(Fault.of(Fault.Kind.UNAVAILABLE, "Not now"));
        },
        () -> {
          throw new FaultException(Fault.of(Fault.Kind.FORBIDDEN, "No scope"));
        });
  }

  @ParameterizedTest
  @MethodSource("findings")
  void doesNotWriteWhatItFoundOutTooLate(Supplier<Finding> late) {
    target.script.add(Next.DO_AND_LOSE_ANSWER);
    target.found.add(() -> {
      takeOver();
      return late.get();
    });
    promoted();
    nothingWasWritten();
    theOtherWorkerEndsIt();
  }

  @Test
  void sendsNothingWhenItWasTakenOverWhileItLooked() {
    target.whileLooking = this::takeOver;
    promoted();
    nothingWasWritten();
    assertThat(target.ledger).isEmpty();
    theOtherWorkerEndsIt();
  }

  @Test
  void beginsNothingWhenItWasTakenOverBeforeItAsked() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
    target.answers.add(new Progress.Broken(Fault.of(Fault.Kind.UNREACHABLE, "No route")));
    rig.settle(Duration.ZERO);
    Effect mine = rig.bean(EffectStore.class).take(deployment().id()).orElseThrow();
    takeOver();
    assertThat(rig.bean(Admission.class).ask(mine)).isInstanceOf(Admission.Answer.Never.class);
    assertThat(rig.bean(Admission.class).ask(theirs))
        .isInstanceOfSatisfying(
            Admission.Answer.Go.class, go -> assertThat(go.effect()).isEqualTo(theirs));
  }

  @Test
  void doesNotRepeatWhatAnotherWorkerClearsUp() {
    target.effectClass = EffectClass.IDEMPOTENT;
    target.script.add(Next.BE_KILLED_BEFORE);
    assertThatThrownBy(this::promoted).isInstanceOf(Killed.class);
    Effect stale = deployment();
    takeOver();
    assertThat(rig.bean(EffectLedger.class).repeating(stale.repeating("Once more"))).isFalse();
    nothingWasWritten();
    theOtherWorkerEndsIt();
  }

  private void answeringHttp() {
    rig.world.http =
        call -> {
          sent.add(call.method());
          return new HttpAnswer(200, Map.of(), new byte[0]);
        };
  }

  @Test
  void letsTheOneWhoseEffectItIsCallTheTarget() {
    answeringHttp();
    target.whileStarting = at -> at.http().send(HttpCall.post("/deploy"));
    promoted();
    assertThat(sent).containsExactly("POST");
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
  }

  @Test
  void fencesOffTheCallOfOneWhoWasTakenOver() {
    answeringHttp();
    target.whileStarting =
        at -> {
          takeOver();
          at.http().send(HttpCall.get("/versions"));
          at.http().send(HttpCall.post("/deploy"));
        };
    promoted();
    assertThat(sent).as("looking does no harm").containsExactly("GET");
    nothingWasWritten();
    theOtherWorkerEndsIt();
  }

  @Test
  void fencesOffTheCallForAnEffectThatIsOver() {
    answeringHttp();
    target.whileStarting =
        at -> {
          Effect mine = deployment();
          assertThat(
                  rig.bean(EffectStore.class)
                      .write(
                          mine.ended(
                              EffectOutcome.DONE, null, "By hand.", rig.world.clock.instant()),
                          null))
              .isTrue();
          at.http().send(HttpCall.post("/deploy"));
        };
    promoted();
    assertThat(sent).isEmpty();
    assertThat(deployment().outcome()).isEqualTo(EffectOutcome.DONE);
  }
}
