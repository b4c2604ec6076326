package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.platform.jobs.Wakes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** On the real scheduler and without a sweeper: a wake-up that leaves no row behind is lost. */
class WakeUpTest {

  @Test
  void neverLosesAnApprovalThatComesWhileATurnExecutes() throws Exception {
    try (EngineRig rig = EngineRig.withAConnectionEach()) {
      String run = someRun(rig);
      CountDownLatch inTheTurn = new CountDownLatch(1);
      CountDownLatch approved = new CountDownLatch(1);
      AtomicInteger turns = new AtomicInteger();
      Engine engine =
          new Engine(
              rig,
              id -> {
                turns.incrementAndGet();
                inTheTurn.countDown();
                await(approved);
              });
      engine.wake.run(run);
      await(inTheTurn);
      rig.bean(RunStore.class).want(run);
      engine.wake.run(run);
      approved.countDown();
      eventually(() -> turns.get() == 2);
      engine.scheduler.stop();
    }
  }

  @Test
  void looksOnceMoreAfterTheLastOfManyWishesWheneverTheyCome() {
    try (EngineRig rig = EngineRig.withAConnectionEach()) {
      String run = someRun(rig);
      RunStore runs = rig.bean(RunStore.class);
      AtomicLong seen = new AtomicLong();
      Engine engine = new Engine(rig, id -> seen.set(runs.wanted(id)));
      Random random = new Random(20261122);
      for (int i = 1; i <= 60; i++) {
        runs.want(run);
        engine.wake.run(run);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(8_000)));
      }
      eventually(() -> seen.get() == runs.wanted(run));
      engine.scheduler.stop();
    }
  }

  private static String someRun(EngineRig rig) {
    rig.world.pipeline(Pipes.of(Pipes.task("Build", new TaskSpec.Build())));
    return rig.promote(
            rig.world.item(World.artifact("Orders", "1.0.4", null)),
            rig.world.person("dana", DEVELOPER))
        .id();
  }

  /** The engine's run task on db-scheduler, with a turn of the test's own. */
  private static final class Engine {
    final SchedulerWake wake;
    final Scheduler scheduler;

    Engine(EngineRig rig, Consumer<String> turn) {
      StaticListableBeanFactory beans = new StaticListableBeanFactory();
      wake =
          new SchedulerWake(
              new Wakes(
                  beans.getBeanProvider(SchedulerClient.class), rig.database(), new SystemClock()));
      beans.addBean(
          "turn",
          new RunTurn(null, null, null, null, null) {
            @Override
            public Optional<Instant> take(String runId) {
              turn.accept(runId);
              return Optional.empty();
            }
          });
      scheduler =
          Scheduler.create(
                  rig.database(),
                  new EngineTasks()
                      .runTask(
                          beans.getBeanProvider(RunTurn.class),
                          rig.bean(RunStore.class),
                          wake,
                          Clock.systemUTC()))
              .threads(3)
              .pollingInterval(Duration.ofMillis(100))
              .enableImmediateExecution()
              .build();
      beans.addBean("scheduler", scheduler);
      scheduler.start();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
