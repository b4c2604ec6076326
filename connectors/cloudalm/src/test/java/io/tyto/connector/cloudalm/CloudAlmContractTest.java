package io.tyto.connector.cloudalm;

import io.tyto.simulator.SimulatorOptions.World;
import io.tyto.simulator.world.Project;
import io.tyto.spi.Connection;
import io.tyto.spi.stories.StorySource;
import io.tyto.spi.testkit.StorySourceContract;
import org.junit.jupiter.api.AfterAll;

class CloudAlmContractTest extends StorySourceContract<CloudAlmSettings> {
  private static final CloudAlmTenant TENANT = new CloudAlmTenant(World.EMPTY);
  private static final Project PROJECT = TENANT.generated(6, 30);

  @Override
  protected StorySource<CloudAlmSettings> connector() {
    return TENANT.connector;
  }

  @Override
  protected Connection<CloudAlmSettings> connection() {
    return TENANT.connection();
  }

  @Override
  protected String projectId() {
    return PROJECT.id().toString();
  }

  @AfterAll
  static void close() {
    TENANT.close();
  }
}
