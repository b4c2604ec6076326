package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.RunWriter;
import io.tyto.server.pipelines.run.RunWriter.Move;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns of a run in which a task cannot be taken on. */
class TurnTest extends OnARig {
  private final Actor dev = rig.world.person("dana", DEVELOPER);
  private int begun;

  private RunView promoted() {
    rig.world.pipeline(Pipes.of(Pipes.task("Build", new TaskSpec.Build())));
    return rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dev);
  }

  /** Steps whose first task meets that. */
  private RunTurn meeting(RuntimeException trouble, int times) {
    Steps real = rig.bean(Steps.class);
    Steps steps =
        new Steps(
            List.of(),
            rig.bean(TaskContexts.class),
            rig.bean(RunWriter.class),
            rig.bean(EffectStore.class)) {
          @Override
          Run begin(TaskContext context) {
            Run after = moved(real, context, TaskState.RUNNING);
            if (begun++ < times) {
              throw trouble;
            }
            return after;
          }

          @Override
          public Run move(Run run, RunTask task, Move move, Actor by, String why) {
            return real.move(run, task, move, by, why);
          }

          @Override
          Run settle(TaskContext context) {
            return moved(real, context, TaskState.DONE);
          }
        };
    return new RunTurn(
        rig.bean(RunStore.class),
        steps,
        rig.bean(Wake.class),
        rig.bean(TransactionTemplate.class),
        rig.world.clock);
  }

  private static Run moved(Steps steps, TaskContext context, TaskState to) {
    return steps.move(context.run(), context.task(), Move.to(to, "Taken on"), Actor.SYSTEM, "");
  }

  @Test
  void stopsAtAPersonWithTheWordsOfARefusal() {
    RunView run = promoted();
    meeting(new Refusal(GeneralRefusal.NOT_FOUND, "There is no such thing."), 1).take(run.id());
    assertThat(rig.task(run, "Build").state()).isEqualTo("REFUSED");
    assertThat(rig.task(run, "Build").message()).isEqualTo("There is no such thing.");
    assertThat(begun).isEqualTo(1);
  }

  @Test
  void stopsAtAPersonWhenItMeetsAnErrorOfItsOwn() {
    RunView run = promoted();
    meeting(new IllegalStateException("a bug"), 1).take(run.id());
    assertThat(rig.task(run, "Build").state()).isEqualTo("BROKEN");
    assertThat(rig.task(run, "Build").message()).contains("the server's log tells more");
    assertThat(begun).isEqualTo(1);
  }

  @Test
  void leavesEverythingAsItWasWhenTheDatabaseIsAway() {
    RunView run = promoted();
    QueryTimeoutException away = new QueryTimeoutException("away");
    assertThatThrownBy(() -> meeting(away, 1).take(run.id())).isSameAs(away);
    assertThat(rig.task(run, "Build").state()).isEqualTo("READY");
  }

  @Test
  void decidesAnewWhenSomebodyElseMovedTheTaskFirst() {
    RunView run = promoted();
    RunTask stale = rig.bean(RunStore.class).find(run.id()).orElseThrow().tasks().getFirst();
    RuntimeException moved = staleMove(run, stale);
    RunView other = rig.promote(rig.world.item(World.artifact("Invoices", "1", null)), dev);
    meeting(moved, 1).take(other.id());
    assertThat(begun).isEqualTo(2);
    assertThat(rig.task(other, "Build").state()).isEqualTo("DONE");
  }

  /** What a second writer meets. */
  private RuntimeException staleMove(RunView run, RunTask stale) {
    Run before = rig.bean(RunStore.class).find(run.id()).orElseThrow();
    rig.bean(Steps.class).move(before, stale, Move.to(TaskState.DONE, "First"), Actor.SYSTEM, "");
    try {
      rig.bean(Steps.class)
          .move(before, stale, Move.to(TaskState.BROKEN, "Second"), Actor.SYSTEM, "");
    } catch (RuntimeException moved) {
      return moved;
    }
    throw new AssertionError("Both moved it");
  }

  @Test
  void endsAfterAThousandDecisionsThatChangeNothing() {
    RunView run = promoted();
    Steps idle =
        new Steps(
            List.of(),
            rig.bean(TaskContexts.class),
            rig.bean(RunWriter.class),
            rig.bean(EffectStore.class)) {
          @Override
          Run begin(TaskContext context) {
            begun++;
            return context.run();
          }
        };
    new RunTurn(
            rig.bean(RunStore.class),
            idle,
            rig.bean(Wake.class),
            rig.bean(TransactionTemplate.class),
            rig.world.clock)
        .take(run.id());
    assertThat(begun).isEqualTo(1_000);
  }
}
