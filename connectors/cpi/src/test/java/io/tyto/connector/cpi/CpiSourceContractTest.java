package io.tyto.connector.cpi;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.spi.Connection;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.testkit.ArtifactSourceContract;
import org.junit.jupiter.api.AfterAll;

class CpiSourceContractTest extends ArtifactSourceContract<CpiSettings> {
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.defaults());
  private static final SimulatedTenant DEV = SimulatedTenant.of(SIMULATOR, "cpi-dev");

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Override
  protected ArtifactSource<CpiSettings> connector() {
    return DEV.connector();
  }

  @Override
  protected Connection<CpiSettings> connection() {
    return DEV.connection();
  }

  @Override
  protected String kind() {
    return "cpi-artifact";
  }

  @Override
  protected String existingId() {
    return "OrderReplication";
  }

  @Override
  protected String missingId() {
    return "NobodyMadeThis";
  }
}
