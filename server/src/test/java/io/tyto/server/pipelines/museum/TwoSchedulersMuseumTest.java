package io.tyto.server.pipelines.museum;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.testing.Tyto;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On two real schedulers over one database, with a lease that is ten times as short. */
@Timeout(60)
class TwoSchedulersMuseumTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(200);
  private static final int MISSED = 4;
  private static final Duration LEASES = HEARTBEAT.multipliedBy(MISSED).multipliedBy(2);

  private final EngineRig rig = EngineRig.withAConnectionEach();
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final CountDownLatch sending = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  @AfterEach
  void close() {
    rig.close();
  }

  private Scheduler node() {
    List<Task<?>> tasks =
        rig.beans(Task.class).stream().<Task<?>>map(task -> (Task<?>) task).toList();
    return Scheduler.create(rig.database(), tasks)
        .threads(2)
        .pollingInterval(Duration.ofMillis(100))
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED)
        .shutdownMaxWait(Duration.ofSeconds(30))
        .build();
  }

  /** 9: heartbeats stopped at SIGINT while the task still ran, and a second node repeated it. */
  @Test
  void keepsItsWorkUntilItIsDoneWhenItIsToldToEnd() throws InterruptedException {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.0", null)), dana);
    Effect deployment = ordered(run);
    rig.world.target.whileStarting =
        at -> {
          sending.countDown();
          await(answered);
        };
    Scheduler ending = node();
    Scheduler other = node();
    ending.schedule(new TaskInstance<>("effect", deployment.id()), Instant.now());
    ending.start();
    await(sending);
    other.start();
    Thread sigint = Thread.ofPlatform().start(ending::stop);
    Instant told = heartbeat();
    Tyto.eventually(this::heartbeat, seen -> seen.isAfter(told.plus(LEASES)));
    assertThat(sigint.isAlive()).as("ends when its work is done").isTrue();
    answered.countDown();
    sigint.join();
    other.stop();
    assertThat(found(run).orElseThrow().epoch()).as("taken once").isEqualTo(1);
    rig.settle();
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).hasSize(1);
  }

  private Instant heartbeat() {
    return JdbcClient.create(rig.database())
        .sql("SELECT last_heartbeat FROM scheduled_tasks WHERE task_name = 'effect'")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Turns until the deployment is there and has not begun. */
  private Effect ordered(RunView run) {
    while (found(run).isEmpty()) {
      assertThat(rig.step(rig.world.clock.instant().plusSeconds(60))).isTrue();
    }
    return found(run).orElseThrow();
  }

  private Optional<Effect> found(RunView run) {
    return rig.bean(RunStore.class).find(run.id()).orElseThrow().effects().stream()
        .filter(effect -> effect.kind() == EffectKind.DEPLOY)
        .findFirst();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
