package io.tyto.connector.abap;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.spi.Connection;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.testkit.ReleaseTargetContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class AbapTargetContractTest extends ReleaseTargetContract<AbapSettings> {
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.defaults());
  private final SimulatedSystem qas = SimulatedSystem.of(SIMULATOR, "abap-qas", "soap-rfc");

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @Override
  protected ReleaseTarget<AbapSettings> connector() {
    return qas.connector();
  }

  @Override
  protected Connection<AbapSettings> connection() {
    return qas.connection();
  }

  @Override
  protected Delivery delivery() {
    return SimulatedSystem.of(SIMULATOR, "abap-dev", null).delivery("DEVK900112");
  }

  @Override
  protected int done() {
    return qas.done("import").size();
  }

  @Override
  protected int changes() {
    return SIMULATOR.desk("abap-qas").ledger().entries().size();
  }

  @Override
  protected void loseTheAnswer() {
    qas.arm("answer-lost", "POST /sap/bc/soap/rfc");
  }

  @Override
  protected void pass(Duration time) {
    SIMULATOR.clock().advance(time);
  }
}
