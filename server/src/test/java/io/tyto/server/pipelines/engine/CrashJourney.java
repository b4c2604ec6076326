package io.tyto.server.pipelines.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people want of a server that dies; each drive looks first and does what was not done. */
enum CrashJourney {
  PROMOTION(
      Pipes.of(
          Pipes.task("Build", new TaskSpec.Build()),
          Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
          Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)))) {
    @Override
    void drive(Scene scene) {
      scene.promoted();
      if (scene.task("Approve").state().equals("WAITING")) {
        scene.act("Approve", RunAction.APPROVE, scene.mara);
      }
      scene.rig.settle();
      scene.retryWhatWasSentTwice();
    }

    @Override
    void check(Scene scene) {
      assertThat(scene.run().state()).as(scene.name).isEqualTo("COMPLETED");
      assertThat(scene.deployments("cpi-qa")).as(scene.name).isOne();
      assertThat(scene.task("Approve").decisions()).as(scene.name).hasSize(1);
      assertThat(scene.count("rig_write_back", "state = 'COMPLETED' AND sentence = ''"))
          .as("told outside that %s is through", scene.name)
          .isOne();
      assertThat(scene.count("rig_mail", "why = 'APPROVAL'")).as("asked %s", scene.name).isOne();
    }
  },

  ABORT(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)))) {
    @Override
    void prepare(Scene scene) {
      scene.rig.world.target.pollsUntilDone = 20;
    }

    @Override
    void drive(Scene scene) {
      scene.promote();
      scene.rig.settle(Duration.ofSeconds(3));
      if (scene.run().state().equals("RUNNING")) {
        scene.rig.bean(Runs.class).abort(scene.run().id(), "changed plans", scene.mara);
      }
      scene.rig.settle();
    }

    @Override
    void check(Scene scene) {
      assertThat(scene.run().state()).as(scene.name).isEqualTo("ABORTED");
      assertThat(scene.deployments("cpi-qa")).as(scene.name).isLessThan(2);
    }
  },

  FREEZE(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)))) {
    @Override
    void prepare(Scene scene) {
      LocalDateTime now = LocalDateTime.ofInstant(scene.rig.world.clock.instant(), ZoneOffset.UTC);
      scene
          .rig
          .bean(CalendarDesk.class)
          .create(
              scene.mara,
              new CalendarInput(
                  CalendarEntry.Kind.FREEZE,
                  "Close",
                  "books",
                  World.PROJECT.value(),
                  "cpi-qa",
                  null,
                  "UTC",
                  now.minusMinutes(1),
                  now.plusHours(2),
                  null,
                  null));
      scene.frozenUntil = scene.rig.world.clock.instant().plus(Duration.ofHours(2));
    }

    @Override
    void drive(Scene scene) {
      scene.promoted();
      if (scene.rig.world.clock.instant().isBefore(scene.frozenUntil.minusSeconds(60))) {
        assertThat(scene.deployments("cpi-qa")).as("in the freeze: %s", scene.name).isZero();
      }
      scene.rig.world.clock.reach(scene.frozenUntil.plusSeconds(1));
      scene.rig.bean(Sweeper.class).sweep();
      scene.rig.settle();
      scene.retryWhatWasSentTwice();
    }

    @Override
    void check(Scene scene) {
      assertThat(scene.run().state()).as(scene.name).isEqualTo("COMPLETED");
      assertThat(scene.deployments("cpi-qa")).as(scene.name).isOne();
    }
  },

  ROLL_BACK(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)))) {
    @Override
    void drive(Scene scene) {
      scene.promoted();
      scene.retryWhatWasSentTwice();
      if (scene.task("Deploy").actions().contains(RunAction.ROLL_BACK.word())) {
        scene.act("Deploy", RunAction.ROLL_BACK, scene.mara);
      }
      scene.rig.settle();
    }

    @Override
    void check(Scene scene) {
      assertThat(scene.deployments("cpi-qa")).as(scene.name).isOne();
      String back = "roll back %s to before %s".formatted(scene.name, scene.name);
      assertThat(scene.rig.world.target.count(back)).as(scene.name).isPositive();
      assertThat(scene.task("Deploy").message()).as(scene.name).contains("Rolled back");
    }
  },

  SECOND_PERSON(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-PROD", false)))) {
    @Override
    void prepare(Scene scene) {
      for (int i = 0; i < 5; i++) {
        scene.rig.world.target.script.add(Next.REFUSE);
      }
    }

    @Override
    void drive(Scene scene) {
      scene.promoted();
      if (scene.task("Deploy").state().equals("REFUSED")) {
        try {
          scene.act("Deploy", RunAction.SKIP, scene.mara);
        } catch (Refusal asked) {
          assertThat(asked.code()).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
        }
        scene.act("Deploy", RunAction.SKIP, scene.milo);
      }
      scene.rig.settle();
    }

    @Override
    void check(Scene scene) {
      assertThat(scene.run().state()).as(scene.name).isEqualTo("COMPLETED");
      assertThat(scene.task("Deploy").state()).as(scene.name).isEqualTo("SKIPPED");
      assertThat(scene.deployments("cpi-prod")).as(scene.name).isZero();
      assertThat(scene.run().bypasses())
          .as(scene.name)
          .singleElement()
          .satisfies(bypass -> {
            assertThat(bypass.askedBy()).isEqualTo("mara");
            assertThat(bypass.confirmedBy()).isEqualTo("milo");
          });
    }
  };

  final PipelineDefinition pipeline;

  CrashJourney(PipelineDefinition pipeline) {
    this.pipeline = pipeline;
  }

  /** Before anything is killed. */
  void prepare(Scene scene) {}

  /** From wherever the last life ended. */
  abstract void drive(Scene scene);

  /** Nothing lost, doubled or stuck. */
  abstract void check(Scene scene);

  /** People, one work item, and the run it has by now. */
  static final class Scene {
    final EngineRig rig;
    final String name;
    final Actor dana;
    final Actor mara;
    final Actor milo;
    private final WorkItemId item;
    private Instant frozenUntil = Instant.EPOCH;

    Scene(EngineRig rig, String name, Actor dana, Actor mara, Actor milo) {
      this.rig = rig;
      this.name = name;
      this.dana = dana;
      this.mara = mara;
      this.milo = milo;
      item = rig.world.item(World.artifact(name, "1.0.0", null));
    }

    private Optional<RunHeader> latest() {
      return rig.bean(RunStore.class).latestRunOf(item);
    }

    private void promote() {
      if (latest().isEmpty()) {
        rig.promote(item, dana);
      }
    }

    private void promoted() {
      promote();
      rig.settle();
    }

    RunView run() {
      return rig.run(latest().orElseThrow().id(), mara);
    }

    RunView.TaskView task(String task) {
      return rig.task(run(), task, mara);
    }

    private void act(String task, RunAction action, Actor by) {
      rig.act(run(), task, action, ActionOrder.because("as it came"), by);
    }

    /** Both lives ended between the intent and the call, so a person is asked. */
    private void retryWhatWasSentTwice() {
      if (task("Deploy").message().startsWith("Sent twice")) {
        act("Deploy", RunAction.RETRY, mara);
        rig.settle();
      }
    }

    private long deployments(String place) {
      return rig.world.target.count("deploy " + name + " 1.0.0 at http://" + place);
    }

    private long count(String table, String where) {
      return JdbcClient.create(rig.database())
          .sql("SELECT count(*) FROM " + table + " WHERE run_id = :run AND " + where)
          .param("run", run().id())
          .query(Long.class)
          .single();
    }

    long held() {
      return JdbcClient.create(rig.database())
          .sql("SELECT count(*) FROM effect WHERE holding")
          .query(Long.class)
          .single();
    }
  }
}
