package io.tyto.connector.abap;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.spi.Connection;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.testkit.ArtifactSourceContract;
import org.junit.jupiter.api.AfterAll;

class AbapSourceContractTest extends ArtifactSourceContract<AbapSettings> {
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.defaults());
  private static final SimulatedSystem DEV = SimulatedSystem.of(SIMULATOR, "abap-dev", null);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Override
  protected ArtifactSource<AbapSettings> connector() {
    return DEV.connector();
  }

  @Override
  protected Connection<AbapSettings> connection() {
    return DEV.connection();
  }

  @Override
  protected String kind() {
    return "transport";
  }

  @Override
  protected String existingId() {
    return "DEVK900112";
  }

  @Override
  protected String missingId() {
    return "DEVK999999";
  }
}
