package io.tyto.connector.cpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.cpi.CpiTenant;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.Reversible.Backup;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpiTargetTest {
  private static final CpiConnector CPI = new CpiConnector();
  private static final DeliveryKey KEY = new DeliveryKey("run-1/task-1/1");
  private static final String ORDER = "OrderReplication";
  private static Simulator simulator;
  private SimulatedTenant dev;
  private SimulatedTenant qa;

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(SimulatorOptions.defaults().withDeployDuration(Duration.ofSeconds(20)));
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
    dev = SimulatedTenant.of(simulator, "cpi-dev");
    qa = SimulatedTenant.of(simulator, "cpi-qa");
  }

  @Test
  void plansVersionsAndParametersWithoutChangingAnything() {
    Plan plan =
        CPI.plan(qa.connection(), dev.delivery(ORDER, Map.of("Poll_Interval", "120"), Map.of()));
    assertThat(plan.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.from()).isEqualTo("1.0.2");
          assertThat(change.to()).isEqualTo("1.0.3");
          assertThat(change.details()).contains("Parameter Poll_Interval: 300 -> 120");
        });
    assertThat(simulator.desk("cpi-qa").ledger().entries()).isEmpty();
  }

  @Test
  void deploysAndWaitsForTheNewDeployment() {
    Progress end = deploy(dev.delivery(ORDER));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(((Progress.Done) end).summary()).contains("1.0.3");
    assertThat(qa.done("deploy")).extracting(Ledger.Entry::subject).containsExactly(ORDER);
    assertThat(qa.resolve(ORDER).version()).isEqualTo("1.0.3");
  }

  @Test
  void keepsTheTargetsParametersEvenWhereAnUpdateLosesThem() {
    simulator.desk("cpi-qa").switches().set("configuration-survives-update", "off");
    Map<String, String> before = qa.values(ORDER);
    deploy(dev.delivery(ORDER, Map.of("Poll_Interval", "120"), Map.of()));
    assertThat(qa.values(ORDER))
        .containsEntry("Receiver_URL", before.get("Receiver_URL"))
        .containsEntry("Poll_Interval", "120");
  }

  @Test
  void savesTheSourcesVersionWhereAnUpdateLeavesADraft() {
    simulator.desk("cpi-qa").switches().set("put-version", "keep");
    assertThat(deploy(dev.delivery(ORDER))).isInstanceOf(Progress.Done.class);
    assertThat(qa.resolve(ORDER).version()).isEqualTo("1.0.3");
  }

  @Test
  void createsAMissingPackageAsInTheSource() {
    Progress end = deploy(dev.delivery("EmployeeReplication"));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qa.resolve("EmployeeReplication").facts())
        .containsEntry("packageName", "Hire to Retire")
        .containsEntry("packageShortText", "Employees to payroll")
        .containsEntry("packageVendor", "Example Retail");
  }

  @Test
  void replacesAValueMappingByMakingItAnew() {
    assertThat(deploy(dev.delivery("CountryCodes"))).isInstanceOf(Progress.Done.class);
    assertThat(qa.resolve("CountryCodes").version()).isEqualTo("1.0.1");
  }

  @Test
  void deploysMessageMappingsThatGiveNoTask() {
    assertThat(deploy(dev.delivery("OrderToIdoc"))).isInstanceOf(Progress.Done.class);
    assertThat(deploy(dev.delivery("OrderScripts"))).isInstanceOf(Progress.Done.class);
  }

  @Test
  void showsWhyADeploymentFailed() {
    Progress end = deploy(dev.delivery("BrokenMapping"));
    assertThat(end).isInstanceOf(Progress.Refused.class);
    Progress.Refused refused = (Progress.Refused) end;
    assertThat(refused.code()).isEqualTo("deploy-failed");
    assertThat(refused.evidence()).anyMatch(each -> each.text().contains("BELNR is mandatory"));
  }

  @Test
  void uploadsWithoutDeploying() {
    Progress end = start(dev.delivery(ORDER, Map.of(), Map.of("mode", "upload-only")));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qa.done("deploy")).isEmpty();
    assertThat(qa.resolve(ORDER).version()).isEqualTo("1.0.3");
  }

  @Test
  void countsTheSettleTimeFromTheLastMomentAtWhichItCanHaveBeenSent() {
    Delivery delivery = dev.delivery(ORDER);
    Before looked = CPI.look(qa.connection(), delivery);
    qa.advance(Duration.ofMinutes(3));
    Before sent = new Before(looked.value(), null, qa.connection().clock().instant());
    assertThat(CPI.find(qa.connection(), delivery, KEY, sent))
        .as("the upload alone took minutes")
        .isInstanceOf(Finding.TooEarly.class);
    qa.advance(Duration.ofMinutes(3));
    assertThat(CPI.find(qa.connection(), delivery, KEY, sent)).isInstanceOf(Finding.DidNot.class);
  }

  @Test
  void seesADeploymentThatSomebodyElseBegan() {
    Delivery delivery = dev.delivery(ORDER);
    assertThat(CPI.look(qa.connection(), delivery).underWay()).isNull();
    ((CpiTenant) simulator.system("cpi-qa")).deployByHand(ORDER, Duration.ofMinutes(5));
    assertThat(CPI.look(qa.connection(), delivery).underWay())
        .contains("OrderReplication 1.0.2 is being started", "anna.berger", "undeploy it");
    assertThat(CPI.plan(qa.connection(), delivery).changes().getFirst().details())
        .anyMatch(line -> line.contains("A deployment waits until that is over."));
    qa.advance(Duration.ofMinutes(5));
    assertThat(CPI.look(qa.connection(), delivery).underWay()).isNull();
  }

  @Test
  void findsADeploymentWhoseAnswerWasLost() {
    Delivery delivery = dev.delivery(ORDER);
    Before before = CPI.look(qa.connection(), delivery);
    qa.arm("answer-lost", "POST .*DeployIntegration");
    Progress lost = CPI.start(qa.connection(), delivery, KEY);
    assertThat(lost)
        .isInstanceOfSatisfying(
            Progress.Broken.class,
            broken -> assertThat(broken.fault().kind()).isEqualTo(Fault.Kind.UNKNOWN));
    assertThat(CPI.find(qa.connection(), delivery, KEY, before))
        .isInstanceOf(Finding.TooEarly.class);
    Finding finding = settle(delivery, before);
    assertThat(finding).isInstanceOf(Finding.Happened.class);
    Progress end = qa.finish(CPI.poll(qa.connection(), ((Finding.Happened) finding).handle()));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qa.done("deploy")).hasSize(1);
  }

  @Test
  void tellsThatNothingHappenedOnlyAfterTheSettleTime() {
    Delivery delivery = dev.delivery(ORDER);
    Before before = CPI.look(qa.connection(), delivery);
    assertThat(CPI.find(qa.connection(), delivery, KEY, before))
        .isInstanceOf(Finding.TooEarly.class);
    qa.advance(Duration.ofSeconds(31));
    assertThat(CPI.find(qa.connection(), delivery, KEY, before)).isInstanceOf(Finding.DidNot.class);
  }

  @Test
  void mayRepeatAnUploadWhoseAnswerWasLost() {
    qa.arm("answer-lost", "PUT .*OrderReplication.*Version='active'\\)$");
    assertThat(deploy(dev.delivery(ORDER))).isInstanceOf(Progress.Done.class);
    qa.arm("answer-lost", "GET .*Configurations");
    Progress lost = start(dev.delivery(ORDER));
    assertThat(lost)
        .isInstanceOfSatisfying(
            Progress.Broken.class,
            broken -> assertThat(broken.fault().kind().retryable()).isTrue());
  }

  @Test
  void stopsWhereTheTargetRefusesTheUpload() {
    simulator.desk("cpi-qa").switches().set("locked-artifacts", ORDER);
    Progress end = start(dev.delivery(ORDER));
    assertThat(end)
        .isInstanceOfSatisfying(
            Progress.Refused.class, refused -> assertThat(refused.message()).contains("locked"));
    assertThat(qa.done("deploy")).isEmpty();
  }

  @Test
  void neverRepeatsABusinessErrorThatComesWithStatus500() {
    simulator
        .desk("cpi-qa")
        .faults()
        .arm(
            Faults.Fault.once("business-error", "PUT .*OrderReplication")
                .withValue("Property 'Name' is too long"));
    Progress end = start(dev.delivery(ORDER));
    assertThat(end)
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> assertThat(refused.message()).contains("Property 'Name' is too long"));
    assertThat(simulator.desk("cpi-qa").requests().entries())
        .filteredOn(entry -> entry.method().equals("PUT"))
        .hasSize(1);
  }

  @Test
  void takesAGatewaysAnswerToTheDeployCallForUnknown() {
    qa.arm("bad-gateway", "POST .*DeployIntegration");
    assertThat(start(dev.delivery(ORDER)))
        .isInstanceOfSatisfying(
            Progress.Broken.class,
            broken -> assertThat(broken.fault().kind()).isEqualTo(Fault.Kind.UNKNOWN));
  }

  @Test
  void namesTheRolesThatDeployingNeeds() {
    simulator.desk("cpi-qa").switches().set("missing-roles", "WorkspaceArtifactsDeploy");
    assertThat(start(dev.delivery(ORDER)))
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> assertThat(refused.message()).contains("WorkspaceArtifactsDeploy"));
  }

  @Test
  void takesADeploymentBack() {
    Delivery delivery = dev.delivery(ORDER, Map.of("Poll_Interval", "120"), Map.of());
    Map<String, String> valuesBefore = qa.values(ORDER);
    Backup backup = CPI.backUp(qa.connection(), delivery.items().getFirst());
    deploy(delivery);
    Progress end =
        qa.finish(CPI.rollBack(qa.connection(), delivery.items().getFirst(), backup, KEY));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qa.values(ORDER)).isEqualTo(valuesBefore);
    assertThat(qa.done("deploy")).hasSize(2);
  }

  @Test
  void takesAFirstDeploymentBackByRemovingIt() {
    Delivery delivery = dev.delivery("EmployeeReplication");
    Backup backup = CPI.backUp(qa.connection(), delivery.items().getFirst());
    deploy(delivery);
    Progress end =
        qa.finish(CPI.rollBack(qa.connection(), delivery.items().getFirst(), backup, KEY));
    assertThat(end).isInstanceOf(Progress.Done.class);
    assertThat(qa.done("undeploy")).hasSize(1);
  }

  @Test
  void refusesToGoBackToAnOlderVersion() {
    SimulatedTenant prod = SimulatedTenant.of(simulator, "cpi-prod");
    assertThat(CPI.validate(qa.connection(), prod.delivery(ORDER), "downgrade"))
        .isNotEmpty()
        .allMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(CPI.validate(qa.connection(), dev.delivery(ORDER), "downgrade")).isEmpty();
  }

  @Test
  void warnsOfParametersWithoutAValue() {
    Delivery delivery = dev.delivery(ORDER, Map.of("Poll_Interval", "120"), Map.of());
    assertThat(CPI.validate(qa.connection(), delivery, "parameters-complete"))
        .extracting(CheckFinding::place)
        .containsExactlyInAnyOrder(ORDER + " / Receiver_URL", ORDER + " / Credential_Name");
    assertThat(
            CPI.validate(
                qa.connection(), dev.delivery("EmployeeReplication"), "parameters-complete"))
        .hasSize(3)
        .allMatch(finding -> finding.message().contains("bundle"));
  }

  @Test
  void findsContentIntactAtItsSource() {
    assertThat(CPI.validate(dev.connection(), dev.delivery(ORDER), "content-intact")).isEmpty();
    assertThat(CPI.validate(qa.connection(), dev.delivery(ORDER), "content-intact"))
        .extracting(CheckFinding::severity)
        .containsExactly(Severity.INFO);
  }

  private Progress start(Delivery delivery) {
    return CPI.start(qa.connection(), delivery, KEY);
  }

  private Progress deploy(Delivery delivery) {
    return qa.finish(start(delivery));
  }

  private Finding settle(Delivery delivery, Before before) {
    Finding finding = CPI.find(qa.connection(), delivery, KEY, before);
    while (finding instanceof Finding.TooEarly early) {
      qa.advance(early.lookAgainIn());
      finding = CPI.find(qa.connection(), delivery, KEY, before);
    }
    return finding;
  }
}
