package io.tyto.server.pipelines.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.platform.jobs.Wakes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The engine's tasks on the scheduler, and how they are woken; the scheduler only notes it. */
class SchedulingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final EngineRig rig = EngineRig.inMemory();
  private final List<String> noted = new ArrayList<>();
  private final List<RuntimeException> trouble = new ArrayList<>();
  private final SchedulerWake wake =
      new SchedulerWake(
          new Wakes(
              provider(
                  SchedulerClient.class,
                  Faces.answering(
                      SchedulerClient.class,
                      Map.of("schedule", args -> schedule((TaskInstance<?>) args[0], args[1])))),
              Faces.answering(DataSource.class, Map.of()),
              () -> NOW));
  private Optional<Instant> restsUntil = Optional.empty();
  private Optional<Duration> looksAgainIn = Optional.empty();
  private Runnable meanwhile = () -> {};

  @AfterEach
  void close() {
    rig.close();
  }

  private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(type.getSimpleName(), bean);
    return beans.getBeanProvider(type);
  }

  private boolean schedule(TaskInstance<?> instance, Object at) {
    if (!trouble.isEmpty()) {
      noted.add("tried");
      throw trouble.removeFirst();
    }
    return noted.add(instance.getTaskName() + " " + instance.getId() + " at " + at);
  }

  @Test
  void wakesAtOnceOutsideOfATransaction() {
    wake.run("r1");
    wake.effect("e1", Duration.ofMinutes(5));
    assertThat(noted).containsExactly("run r1 at " + NOW, "effect e1 at 2026-11-22T10:05:00Z");
  }

  @Test
  void waitsForTheCommitOfATransaction() {
    TransactionSynchronizationManager.initSynchronization();
    try {
      wake.run("r1");
      wake.effect("e1");
      assertThat(noted).isEmpty();
      TransactionSynchronizationManager.getSynchronizations()
          .forEach(TransactionSynchronization::afterCommit);
      assertThat(noted).containsExactly("run r1 at " + NOW, "effect e1 at " + NOW);
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
  }

  @Test
  void leavesWhatIsBeingWorkedOnAlone() {
    trouble.add(new TaskInstanceCurrentlyExecutingException("run", "r1"));
    wake.run("r1");
    assertThat(noted).containsExactly("tried");
  }

  @Test
  void triesAgainWhenTheInstanceWentAwayMeanwhileButNotForEver() {
    trouble.add(new TaskInstanceNotFoundException("run", "r1"));
    wake.run("r1");
    assertThat(noted).containsExactly("tried", "run r1 at " + NOW);
    noted.clear();
    for (int i = 0; i < 20; i++) {
      trouble.add(new TaskInstanceNotFoundException("run", "r1"));
    }
    wake.run("r1");
    assertThat(noted).hasSize(10).containsOnly("tried");
  }

  @Test
  void leavesAWakeUpThatFailedToTheSweeper() {
    trouble.add(new IllegalStateException("the database is away"));
    wake.run("r1");
    assertThat(noted).containsExactly("tried");
  }

  private Task<Void> runTask() {
    RunTurn turn =
        new RunTurn(null, null, null, null, null) {
          @Override
          public Optional<Instant> take(String runId) {
            noted.add("turn of " + runId);
            meanwhile.run();
            return restsUntil;
          }
        };
    return new EngineTasks()
        .runTask(provider(RunTurn.class, turn), rig.bean(RunStore.class), wake, rig.world.clock);
  }

  private Task<Void> effectTask() {
    EffectTurn turn =
        new EffectTurn(null, null, null, List.of(), null, null, null) {
          @Override
          public Optional<Duration> take(String effectId) {
            noted.add("turn of " + effectId);
            return looksAgainIn;
          }
        };
    return new EngineTasks().effectTask(provider(EffectTurn.class, turn));
  }

  private List<String> execute(Task<Void> task, String id) {
    noted.clear();
    TaskInstance<Void> instance = new TaskInstance<>(task.getName(), id);
    Execution execution = new Execution(NOW, instance);
    TaskRepository rows =
        Faces.answering(
            TaskRepository.class,
            Map.of(
                "remove", args -> note("removed"),
                "reschedule",
                    args -> {
                      noted.add("again at " + args[1]);
                      return true;
                    }));
    task.execute(instance, null)
        .complete(
            ExecutionComplete.success(execution, NOW, NOW.plusSeconds(3)),
            new ExecutionOperations<>(rows, SchedulerListeners.NOOP, execution));
    return noted;
  }

  private Object note(String what) {
    noted.add(what);
    return null;
  }

  private String someRun() {
    rig.world.pipeline(Pipes.of(Pipes.task("Build", new TaskSpec.Build())));
    return rig.promote(
            rig.world.item(World.artifact("Orders", "1.0.4", null)),
            rig.world.person("dana", ProjectRole.DEVELOPER))
        .id();
  }

  @Test
  void removesARunThatRests() {
    String run = someRun();
    assertThat(execute(runTask(), run)).containsExactly("turn of " + run, "removed");
  }

  @Test
  void comesBackToARunWhenItsWaitEnds() {
    String run = someRun();
    restsUntil = Optional.of(rig.world.clock.instant().plusSeconds(60));
    assertThat(execute(runTask(), run))
        .containsExactly("turn of " + run, "again at 2026-11-22T10:01:03Z");
    restsUntil = Optional.of(rig.world.clock.instant().minusSeconds(60));
    assertThat(execute(runTask(), run))
        .as("at once when it has ended")
        .containsExactly("turn of " + run, "again at 2026-11-22T10:00:03Z");
  }

  @Test
  void looksOnceMoreWhenSomebodyWantedSomethingMeanwhile() {
    String run = someRun();
    meanwhile = () -> rig.bean(RunStore.class).want(run);
    assertThat(execute(runTask(), run))
        .containsExactly("turn of " + run, "removed", "run " + run + " at " + NOW);
  }

  @Test
  void comesBackToAnEffectAsLongAsItIsNotOver() {
    assertThat(execute(effectTask(), "e1")).containsExactly("turn of e1", "removed");
    looksAgainIn = Optional.of(Duration.ofSeconds(10));
    assertThat(execute(effectTask(), "e1"))
        .containsExactly("turn of e1", "again at 2026-11-22T10:00:13Z");
  }

  @Test
  void sweepsForWakeUpsThatGotLost() {
    Sweeper sweeper =
        new Sweeper(null, null, null, null) {
          @Override
          public void sweep() {
            noted.add("swept");
          }
        };
    new EngineTasks()
        .housekeepingTask(sweeper)
        .executeRecurringly(new TaskInstance<>("housekeeping", "one"), null);
    assertThat(noted).containsExactly("swept");
  }
}
