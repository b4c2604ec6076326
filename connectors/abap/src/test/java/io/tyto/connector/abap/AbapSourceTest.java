package io.tyto.connector.abap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.abap.AbapSystem;
import io.tyto.simulator.core.Ledger;
import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.Fault;
import io.tyto.spi.SettingsException;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactPage.Row;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.ResolvedArtifact;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbapSourceTest {
  private static final AbapConnector ABAP = new AbapConnector();
  private static final DeliveryKey KEY = new DeliveryKey("run-1/task-1/1");
  private static Simulator simulator;
  private SimulatedSystem dev;

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
  }

  @Test
  void listsOpenAndReleasedRequestsNewestFirst() {
    ArtifactPage page = browse(null);
    assertThat(page.items())
        .extracting(Row::id)
        .contains("DEVK900118", "DEVK900112")
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(page.items()).allMatch(Row::attachable);
    Row open = row(page, "DEVK900118");
    assertThat(open.status()).isEqualTo("Modifiable");
    assertThat(open.owner()).isEqualTo("DEVELOPER1");
  }

  @Test
  void narrowsByOwnerStatusAndText() {
    assertThat(browse("user:DEVELOPER3 status:released").items())
        .extracting(Row::id)
        .contains("DEVK900129")
        .doesNotContain("DEVK900126", "DEVK900107");
    assertThat(browse("mail subject").items()).extracting(Row::id).containsExactly("DEVK900123");
  }

  @Test
  void pinsARequestWithTasksAndObjects() {
    ResolvedArtifact request = dev.resolve("devk900118");
    assertThat(request.version()).isNull();
    assertThat(request.hasContent()).isFalse();
    assertThat(request.author()).isEqualTo("DEVELOPER1");
    assertThat(request.objects())
        .containsExactly("R3TR CLAS ZCL_INVOICE_DISPATCH", "R3TR FORM ZINVOICE_FORM");
    assertThat(request.facts())
        .containsEntry("status", "D")
        .containsEntry("type", "K")
        .hasEntrySatisfying(
            "openTasks", tasks -> assertThat(tasks).contains("DEVELOPER1").contains("DEVELOPER2"));
  }

  @Test
  void takesATaskForItsRequest() {
    ResolvedArtifact request = dev.resolve("DEVK900119");
    assertThat(request.externalId()).isEqualTo("DEVK900118");
    assertThat(request.digest()).isEqualTo(dev.resolve("DEVK900118").digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"400", "404"})
  void refusesNumbersNobodyKnows(String status) {
    dev.turn("unknown-request", status);
    assertThat(unusable("DEVK999999").code()).isEqualTo("not-found");
    assertThat(unusable("4711").code()).isEqualTo("wrong-number");
  }

  @Test
  void listsWhatOldReleasesTell() {
    dev.turn("old-release", "on");
    assertThat(browse(null).items()).extracting(Row::id).contains("DEVK900118");
  }

  @Test
  void releasesTasksFirstAndWaitsForTheExport() {
    String before = dev.resolve("DEVK900118").digest();
    Progress begun = release("DEVK900118");
    assertThat(begun).isInstanceOf(Progress.Working.class);
    assertThat(finish(begun)).isInstanceOf(Progress.Done.class);
    assertThat(dev.done("release"))
        .extracting(Ledger.Entry::subject)
        .containsExactly("DEVK900119", "DEVK900120", "DEVK900118");
    assertThat(dev.resolve("DEVK900118").digest()).isNotEqualTo(before);
    assertThat(release("DEVK900118")).isInstanceOf(Progress.Done.class);
    assertThat(dev.done("release")).hasSize(3);
  }

  @Test
  void releasesNothingOfARequestThatHasGrownSinceItWasAttached() {
    String attached = dev.resolve("DEVK900118").digest();
    ((AbapSystem) simulator.system("abap-dev")).work("DEVK900118", "CLAS ZCL_NOT_APPROVED");
    assertThat(ABAP.release(dev.connection(), "DEVK900118", attached, KEY))
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> assertThat(refused.message()).contains("carries something else"));
    assertThat(dev.done("release")).isEmpty();
    assertThat(release("DEVK900118")).isInstanceOf(Progress.Working.class);
  }

  @Test
  void takesARequestThatWasReleasedSinceItWasAttachedForUnchanged() {
    String attached = dev.resolve("DEVK900118").digest();
    assertThat(finish(release("DEVK900118"))).isInstanceOf(Progress.Done.class);
    assertThat(ABAP.release(dev.connection(), "DEVK900118", attached, KEY))
        .isInstanceOf(Progress.Done.class);
  }

  /** As it is now. */
  private Progress release(String number) {
    return ABAP.release(dev.connection(), number, dev.resolve(number).digest(), KEY);
  }

  @Test
  void believesNoReportThatReleasedNothing() {
    dev.arm("fail-deploy", "POST .*DEVK900145/newreleasejobs");
    Progress end = release("DEVK900145");
    assertThat(end)
        .isInstanceOfSatisfying(
            Progress.Refused.class,
            refused -> assertThat(refused.message()).contains("Syntax check found errors"));
  }

  @Test
  void repeatsAReleaseWhoseAnswerWasLostWithoutHarm() {
    dev.arm("answer-lost", "POST .*DEVK900145/newreleasejobs");
    Progress lost = release("DEVK900145");
    assertThat(lost)
        .isInstanceOfSatisfying(
            Progress.Broken.class,
            broken -> assertThat(broken.fault().kind()).isEqualTo(Fault.Kind.UNKNOWN));
    assertThat(finish(release("DEVK900145"))).isInstanceOf(Progress.Done.class);
    assertThat(dev.done("release")).hasSize(1);
  }

  @Test
  void findsOpenRequestsInADelivery() {
    assertThat(ABAP.validate(dev.connection(), dev.delivery("DEVK900112"), "released")).isEmpty();
    assertThat(ABAP.validate(dev.connection(), dev.delivery("DEVK900118"), "released"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.ERROR);
          assertThat(finding.message()).contains("DEVK900119 DEVELOPER1");
        });
  }

  @Test
  void findsTheSameObjectInAnotherOpenRequest() {
    assertThat(ABAP.validate(dev.connection(), dev.delivery("DEVK900118"), "overlaps"))
        .extracting(CheckFinding::message)
        .singleElement()
        .asString()
        .contains("ZCL_INVOICE_DISPATCH", "DEVK900123");
  }

  @Test
  void findsEarlierAndLaterReleasesOfTheSameObject() {
    assertThat(ABAP.validate(dev.connection(), dev.delivery("DEVK900112"), "predecessors"))
        .extracting(CheckFinding::message)
        .anyMatch(message -> message.contains("DEVK900107"));
    assertThat(
            ABAP.validate(
                dev.connection(), dev.delivery("DEVK900107", "DEVK900112"), "predecessors"))
        .extracting(CheckFinding::message)
        .noneMatch(message -> message.contains("DEVK900107 was"));
    assertThat(ABAP.validate(dev.connection(), dev.delivery("DEVK900107"), "overtaken"))
        .extracting(CheckFinding::message)
        .anyMatch(message -> message.contains("DEVK900112"));
  }

  @Test
  void passesTheCheckOfAHealthySystem() {
    CheckReport report = ABAP.check(dev.connection());
    assertThat(report.passed()).as(report.toString()).isTrue();
  }

  @Test
  void namesARefusedSignInAndAClosedService() {
    SimulatedSystem wrong = SimulatedSystem.of(simulator, "abap-dev", null, false, "wrong");
    assertThat(probe(wrong, "sign-in").outcome()).isEqualTo(CheckReport.Outcome.FAILED);
    SimulatedSystem qas = SimulatedSystem.of(simulator, "abap-qas", "soap-rfc");
    assertThat(probe(qas, "import").outcome()).isEqualTo(CheckReport.Outcome.PASSED);
    qas.turn("soap-rfc", "off");
    assertThat(probe(qas, "import").message()).contains("SICF");
    assertThat(qas.done("import")).isEmpty();
  }

  @Test
  void refusesCarriersThatAreNotThereYet() {
    assertThatThrownBy(() -> SimulatedSystem.of(simulator, "abap-qas", "odata"))
        .isInstanceOfSatisfying(
            SettingsException.class, refused -> assertThat(refused.field()).isEqualTo("importVia"));
  }

  private Progress finish(Progress progress) {
    Progress at = progress;
    for (int i = 0; i < 20 && at instanceof Progress.Working working; i++) {
      simulator.clock().advance(working.lookAgainIn());
      at = ABAP.pollRelease(dev.connection(), working.handle());
    }
    return at;
  }

  private ArtifactPage browse(String q) {
    return ABAP.browse(dev.connection(), new BrowseQuery(null, q, 100, null));
  }

  private Resolution.Unusable unusable(String number) {
    return (Resolution.Unusable) ABAP.resolve(dev.connection(), "transport", number, null);
  }

  private static Probe probe(SimulatedSystem at, String name) {
    return ABAP.check(at.connection()).probes().stream()
        .filter(probe -> probe.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Row row(ArtifactPage page, String id) {
    return page.items().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
