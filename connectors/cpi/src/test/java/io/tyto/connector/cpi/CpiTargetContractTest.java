package io.tyto.connector.cpi;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.spi.Connection;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.testkit.ReleaseTargetContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class CpiTargetContractTest extends ReleaseTargetContract<CpiSettings> {
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.defaults());
  private SimulatedTenant qa = SimulatedTenant.of(SIMULATOR, "cpi-qa");

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
    qa = SimulatedTenant.of(SIMULATOR, "cpi-qa");
  }

  @Override
  protected ReleaseTarget<CpiSettings> connector() {
    return qa.connector();
  }

  @Override
  protected Connection<CpiSettings> connection() {
    return qa.connection();
  }

  @Override
  protected Delivery delivery() {
    return SimulatedTenant.of(SIMULATOR, "cpi-dev").delivery("OrderReplication");
  }

  @Override
  protected int done() {
    return qa.done("deploy").size();
  }

  @Override
  protected int changes() {
    return SIMULATOR.desk("cpi-qa").ledger().entries().size();
  }

  @Override
  protected void loseTheAnswer() {
    qa.arm("answer-lost", "POST .*DeployIntegration");
  }

  @Override
  protected void pass(Duration time) {
    SIMULATOR.clock().advance(time);
  }
}
