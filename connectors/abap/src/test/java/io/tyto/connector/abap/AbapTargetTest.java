package io.tyto.connector.abap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Ledger;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbapTargetTest {
  private static final AbapConnector ABAP = new AbapConnector();
  private static final DeliveryKey KEY = new DeliveryKey("run-1/task-1/1");
  private static Simulator simulator;
  private SimulatedSystem dev;
  private SimulatedSystem qas;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
    dev = SimulatedSystem.of(simulator, "abap-dev", null);
    qas = SimulatedSystem.of(simulator, "abap-qas", "soap-rfc");
  }

  @Test
  void plansImportsInTheirOrder() {
    Plan plan = ABAP.plan(qas.connection(), dev.delivery("DEVK900107", "DEVK900112"));
    assertThat(plan.changes())
        .extracting(Plan.Change::externalId)
        .containsExactly("DEVK900107", "DEVK900112");
    assertThat(plan.changes().getFirst().details())
        .contains("Import 1 of 2", "R3TR TABL ZORDER_LOG");
    assertThat(qas.done("import")).isEmpty();
  }

  @Test
  void importsAllRequestsInOneOrderedCall() {
    Progress end = start(qas, dev.delivery("DEVK900107", "DEVK900112"));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qas.done("import"))
        .extracting(Ledger.Entry::subject)
        .containsExactly("DEVK900107", "DEVK900112");
    assertThat(qas.done("import"))
        .extracting(entry -> entry.detail().get("call"))
        .containsOnly(qas.done("import").getFirst().detail().get("call"));
  }

  @ParameterizedTest
  @CsvSource({"DEVK900135,import-errors,RC 8", "DEVK900139,import-terminated,RC 12"})
  void stopsAtErrorsWithTheirReturnCodes(String number, String code, String shown) {
    Progress end = start(qas, dev.delivery(number, "DEVK900112"));
    assertThat(end)
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.evidence())
                  .extracting(Evidence::text)
                  .singleElement()
                  .asString()
                  .contains(number, shown);
            });
  }

  @Test
  void countsWarningsAsImportedWithTheirLog() {
    Progress end = start(qas, dev.delivery("DEVK900131"));
    assertThat(end)
        .isInstanceOfSatisfying(
            Progress.Done.class,
            done -> {
              assertThat(done.summary()).contains("warnings");
              assertThat(done.warnings()).isTrue();
              assertThat(done.evidence().getFirst().text()).contains("RC 4");
            });
  }

  @Test
  void leavesALostAnswerToAPerson() {
    Delivery delivery = dev.delivery("DEVK900112");
    Before before = ABAP.look(qas.connection(), delivery);
    loseAnswer(qas, delivery);
    assertThat(ABAP.find(qas.connection(), delivery, KEY, before))
        .isInstanceOfSatisfying(
            Finding.CannotTell.class,
            cannot ->
                assertThat(cannot.evidence().getFirst().text()).contains("DEVK900112", "STMS"));
    assertThat(qas.done("import")).hasSize(1);
  }

  @Test
  void takesTheArrivalOfARequestForNoReturnCode() {
    SimulatedSystem reading = SimulatedSystem.of(simulator, "abap-qas", "soap-rfc", true);
    Delivery delivery = dev.delivery("DEVK900135");
    Before before = ABAP.look(reading.connection(), delivery);
    assertThat(ABAP.find(reading.connection(), delivery, KEY, before))
        .isInstanceOf(Finding.TooEarly.class);
    loseAnswer(reading, delivery);
    assertThat(ABAP.find(reading.connection(), delivery, KEY, before))
        .isInstanceOfSatisfying(
            Finding.CannotTell.class,
            cannot ->
                assertThat(cannot.evidence().getFirst().text())
                    .contains("DEVK900135", "its import began"));
  }

  @Test
  void concludesFromTheImportLogThatNothingArrivedOnlyAfterALongTime() {
    SimulatedSystem reading = SimulatedSystem.of(simulator, "abap-qas", "soap-rfc", true);
    Delivery delivery = dev.delivery("DEVK900112");
    Before before = ABAP.look(reading.connection(), delivery);
    simulator.clock().advance(Duration.ofMinutes(14));
    assertThat(ABAP.find(reading.connection(), delivery, KEY, before))
        .isInstanceOf(Finding.TooEarly.class);
    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(ABAP.find(reading.connection(), delivery, KEY, before))
        .isInstanceOf(Finding.DidNot.class);
  }

  @Test
  void saysThatTheImportServiceIsClosed() {
    qas.turn("soap-rfc", "off");
    assertThat(start(qas, dev.delivery("DEVK900112")))
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("import-service-closed"));
  }

  @Test
  void printsTheListForAnImportByHand() {
    SimulatedSystem hand = SimulatedSystem.of(simulator, "abap-prd", "by-hand");
    assertThat(ABAP.byHand(hand.connection().settings())).isTrue();
    assertThat(
            ABAP.instructions(
                hand.connection().settings(), dev.delivery("DEVK900107", "DEVK900112")))
        .containsSubsequence("PRD", "1. DEVK900107", "2. DEVK900112");
    assertThat(start(hand, dev.delivery("DEVK900112"))).isInstanceOf(Progress.Refused.class);
  }

  private static void loseAnswer(SimulatedSystem at, Delivery delivery) {
    at.arm("answer-lost", "POST /sap/bc/soap/rfc");
    assertThat(start(at, delivery))
        .isInstanceOfSatisfying(
            Progress.Broken.class,
            broken -> assertThat(broken.fault().kind()).isEqualTo(Fault.Kind.UNKNOWN));
  }

  private static Progress start(SimulatedSystem at, Delivery delivery) {
    return ABAP.start(at.connection(), delivery, KEY);
  }
}
