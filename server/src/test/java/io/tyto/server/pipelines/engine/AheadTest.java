package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.RunView.Ahead;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deployment that queues names the run that goes first. */
class AheadTest extends OnARig {
  private final Actor dev = rig.world.person("dana", DEVELOPER);

  @BeforeEach
  void everyDeploymentTakesTwentyMinutes() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    for (String job : new String[] {"a", "b"}) {
      rig.world.target.answers.add(
          new Progress.Working(new Handle(job), Duration.ofMinutes(20), "Importing"));
    }
  }

  private RunView promoted(String artifact) {
    return rig.promote(rig.world.item(World.artifact(artifact, "1", null)), dev);
  }

  private Ahead ahead(RunView run, Actor reader) {
    return rig.task(run, "Deploy", reader).ahead();
  }

  @Test
  void isWhoeverHasTheSystemNow() {
    RunView first = promoted("A");
    RunView second = promoted("B");
    RunView third = promoted("C");
    rig.settle(Duration.ofMinutes(1));
    assertThat(ahead(first, dev)).isNull();
    assertThat(ahead(second, dev)).isEqualTo(new Ahead("BHA", first.id(), "BHA-1"));
    assertThat(ahead(third, dev)).isEqualTo(new Ahead("BHA", first.id(), "BHA-1"));
    rig.settle(Duration.ofMinutes(24));
    assertThat(ahead(second, dev)).isNull();
    assertThat(ahead(third, dev)).isEqualTo(new Ahead("BHA", second.id(), "BHA-2"));
    rig.settle(Duration.ofHours(2));
    assertThat(ahead(third, dev)).isNull();
  }

  @Test
  void isNotNamedToReadersOfAnotherProject() {
    RunView first = promoted("A");
    rig.settle(Duration.ofMinutes(1));
    JdbcClient.create(rig.database())
        .sql("UPDATE run SET project = 'OTHER' WHERE id = ?")
        .param(first.id())
        .update();
    RunView second = promoted("B");
    rig.settle(Duration.ofMinutes(1));
    assertThat(rig.task(second, "Deploy", dev).message())
        .isEqualTo("The target is busy with a run of another project.");
  }

  @Test
  void isNotToldToWhoMayNotReadItsProject() {
    promoted("A");
    RunView second = promoted("B");
    rig.settle(Duration.ofMinutes(1));
    Actor stranger = new Actor(new UserId("sam"), "sam", Actor.Kind.PERSON);
    assertThat(rig.task(second, "Deploy", stranger).waitingFor()).isEqualTo("environment");
    assertThat(ahead(second, stranger)).isNull();
  }
}
