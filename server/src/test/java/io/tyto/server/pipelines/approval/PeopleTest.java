package io.tyto.server.pipelines.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a rule means by its words. */
class PeopleTest {
  private final EngineRig rig = EngineRig.inMemory();
  private final UserId dana = rig.world.person("dana", ProjectRole.DEVELOPER).id();
  private final UserId mara = rig.world.person("mara", ProjectRole.RELEASE_MANAGER).id();
  private final People people = rig.bean(People.class);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void meansUsersByNameAndMembersByRole() {
    List<String> by = List.of("role:release-manager", "user:dana");
    assertThat(people.all(World.PROJECT, by)).containsExactly(mara, dana);
    assertThat(people.all(World.PROJECT, List.of("user:nobody", "role:nothing"))).isEmpty();
  }

  @Test
  void findsOneAmongThoseWhoAreNamed() {
    List<String> managers = List.of("user:nobody", "role:release-manager");
    assertThat(people.named(World.PROJECT, managers, mara)).isTrue();
    assertThat(people.named(World.PROJECT, managers, dana)).isFalse();
    assertThat(people.named(World.PROJECT, List.of(), mara)).isFalse();
  }
}
