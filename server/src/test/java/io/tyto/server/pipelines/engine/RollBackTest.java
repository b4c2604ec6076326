package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roll backs that do not end at once, in runs that go on or are over by then. */
class RollBackTest extends OnARig {
  private static final String BACK = "roll back Orders to before Orders";

  private final Actor dev = rig.world.person("dana", DEVELOPER);

  private void pipeline(Task... more) {
    List<Task> tasks = new ArrayList<>();
    tasks.add(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)));
    tasks.addAll(List.of(more));
    rig.world.pipeline(Pipes.of(tasks.toArray(Task[]::new)));
  }

  private RunView deployed(String artifact) {
    RunView run = rig.promote(rig.world.item(World.artifact(artifact, "1.0.4", null)), dev);
    rig.settle();
    return run;
  }

  private void rollBack(RunView run) {
    rig.act(run, "Deploy", RunAction.ROLL_BACK, ActionOrder.because("it fails"), dev);
  }

  @Test
  void freesTheSystemWhenNobodyCanTellHowItEnded() {
    pipeline(Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of())));
    RunView run = deployed("Orders");
    rig.world.target.rollBacks.add(
        new Progress.Working(new Handle("back"), Duration.ofSeconds(5), "Going back"));
    rig.world.target.polled.add(() -> {
      throw new FaultException(Fault.of(Fault.Kind.FORBIDDEN, "Not you"));
    });
    rollBack(run);
    rig.settle();
    assertThat(rig.task(run, "Deploy").message()).contains("Roll back failed", "Not you");
    assertThat(rig.task(deployed("Other"), "Deploy").state()).isEqualTo("DONE");
    rollBack(run);
    rig.settle();
    assertThat(rig.world.target.count(BACK)).isEqualTo(2);
    assertThat(rig.task(run, "Deploy").message()).contains("Rolled back");
  }

  @Test
  void isRefusedWhenSomethingNewerCameThereSince() {
    pipeline();
    RunView first = deployed("Orders");
    RunView second = rig.promote(rig.world.item(World.artifact("Orders", "1.0.5", null)), dev);
    rig.settle();
    assertThatThrownBy(() -> rollBack(first))
        .hasMessageContaining(
            "Run " + second.id() + " brought another state of Orders there since");
    rollBack(second);
    rig.settle();
    rollBack(first);
    rig.settle();
    assertThat(rig.world.target.count(BACK)).isEqualTo(2);
    assertThat(rig.task(first, "Deploy").message()).contains("Rolled back");
  }

  @Test
  void isNotSentWhenSomethingNewerComesThereWhileItQueues() {
    pipeline();
    RunView first = deployed("Orders");
    rig.world.target.answers.add(
        new Progress.Working(new Handle("new"), Duration.ofMinutes(5), "Deploying"));
    RunView second = rig.promote(rig.world.item(World.artifact("Orders", "1.0.5", null)), dev);
    rig.settle(Duration.ofMinutes(1));
    rollBack(first);
    rig.settle(Duration.ofMinutes(10));
    assertThat(rig.task(second, "Deploy").state()).isEqualTo("DONE");
    assertThat(rig.world.target.count(BACK)).isZero();
    assertThat(rig.task(first, "Deploy").message())
        .contains("Roll back failed: Run " + second.id());
  }

  @Test
  void isFoundWhenItsWakeUpWasLostInARunThatIsOver() {
    pipeline();
    RunView run = deployed("Orders");
    rollBack(run);
    rig.loseNode();
    rig.settle();
    assertThat(rig.world.target.count(BACK)).isEqualTo(1);
    assertThat(rig.run(deployed("Other").id(), dev).state()).isEqualTo("COMPLETED");
  }
}
