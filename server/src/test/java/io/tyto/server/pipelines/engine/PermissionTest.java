package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rights that are taken away while a deployment waits for its system. */
class PermissionTest extends OnARig {
  private static final Duration LONG = Duration.ofHours(1);

  private final Actor first = rig.world.person("rita", RELEASE_MANAGER);
  private final Actor dev = rig.world.person("dana", DEVELOPER);

  /** A run of dana's that waits while another one works at Production. */
  private RunView queued() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-PROD", false))));
    rig.world.target.answers.add(new Progress.Working(new Handle("job"), LONG, "Importing"));
    rig.promote(rig.world.item(World.artifact("First", "1.0.0", null)), first);
    RunView queued = rig.promote(rig.world.item(World.artifact("Second", "1.0.0", null)), dev);
    rig.settle();
    assertThat(rig.task(queued, "Deploy").waitingFor()).isEqualTo("environment");
    return queued;
  }

  private void refuses(RunView queued, String why) {
    rig.settle(LONG.multipliedBy(2));
    assertThat(rig.task(queued, "Deploy").state()).isEqualTo("REFUSED");
    assertThat(rig.task(queued, "Deploy").message()).contains(why);
    assertThat(rig.world.target.ledger).isEmpty();
  }

  @Test
  void sendsNothingToProductionWhenTheRightToDeployThereIsGone() {
    RunView queued = queued();
    Map<UserId, Set<EnvironmentId>> rights = rig.world.deployTo;
    Set<EnvironmentId> before = rights.put(dev.id(), Set.of());
    refuses(queued, "You may not deploy to CPI-PROD.");
    rights.put(dev.id(), before);
    rig.act(queued, "Deploy", RunAction.RETRY, ActionOrder.NONE, dev);
    rig.settle();
    assertThat(rig.run(queued.id(), dev).state()).isEqualTo("COMPLETED");
    assertThat(rig.world.target.ledger).containsExactly("deploy Second 1.0.0 at http://cpi-prod");
  }

  @Test
  void sendsNothingWhenWhoPromotedIsNoLongerOneWhoMay() {
    RunView queued = queued();
    Set<ProjectRole> before = rig.world.roles.put(dev.id(), Set.of());
    assertThat(before).isNotEmpty();
    refuses(queued, "Promoting takes the role developer or release-manager.");
  }
}
