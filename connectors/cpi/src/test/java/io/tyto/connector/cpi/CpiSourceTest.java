package io.tyto.connector.cpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.spi.CheckReport;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactPage.Row;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.ResolvedArtifact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpiSourceTest {
  private static final CpiConnector CPI = new CpiConnector();
  private static Simulator simulator;
  private SimulatedTenant dev;

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
    dev = SimulatedTenant.of(simulator, "cpi-dev");
  }

  @Test
  void listsPackagesAndPagesThroughThem() {
    ArtifactPage all = browse(null, null, 100, null);
    assertThat(all.items()).extracting(Row::id).contains("OrderToCash", "ProcureToPay");
    assertThat(all.items()).allMatch(row -> row.hasChildren() && !row.attachable());
    ArtifactPage first = browse(null, null, 1, null);
    ArtifactPage second = browse(null, null, 100, first.nextCursor());
    assertThat(first.items().size() + second.items().size()).isEqualTo(all.items().size());
  }

  @Test
  void searchesPackagesByText() {
    assertThat(browse(null, "procure", 100, null).items())
        .extracting(Row::id)
        .containsExactly("ProcureToPay");
  }

  @Test
  void listsArtifactsOfAllTypesAndRefusesDrafts() {
    ArtifactPage page = browse("OrderToCash", null, 100, null);
    assertThat(page.items())
        .extracting(Row::id)
        .contains("OrderReplication", "CountryCodes", "OrderToIdoc", "OrderScripts");
    assertThat(row(page, "OrderReplication").version()).isEqualTo("1.0.3");
    assertThat(row(page, "OrderReplication").attachable()).isTrue();
    assertThat(row(page, "ReturnsIntake").attachable()).isFalse();
    assertThat(row(page, "CreditCheck").reason()).contains("save it as a version first");
  }

  @Test
  void pinsTheCurrentVersionWithItsPackage() {
    ResolvedArtifact artifact = dev.resolve("OrderReplication");
    assertThat(artifact.version()).isEqualTo("1.0.3");
    assertThat(artifact.digest()).hasSize(64);
    assertThat(artifact.objects()).containsExactly("Integration OrderReplication");
    assertThat(artifact.facts())
        .containsEntry("packageId", "OrderToCash")
        .containsEntry("packageName", "Order to Cash")
        .containsEntry("packageVendor", "Example Retail")
        .containsEntry("artifactType", "Integration")
        .containsEntry("deployedVersion", "1.0.3");
    assertThat(CPI.fetch(dev.connection(), artifact).digest()).isEqualTo(artifact.digest());
  }

  @Test
  void refusesDraftsUnknownIdsAndOtherVersions() {
    assertThat(unusable("CreditCheck", null).code()).isEqualTo("draft");
    assertThat(unusable("Nowhere", null).code()).isEqualTo("not-found");
    assertThat(unusable("OrderReplication", "1.0.1").message()).contains("1.0.3");
  }

  @Test
  void savesADraftAsAVersion() {
    Resolution saved = CPI.saveAsVersion(dev.connection(), "CreditCheck", "1.0.2");
    assertThat(saved).isInstanceOf(Resolution.Resolved.class);
    assertThat(((Resolution.Resolved) saved).artifact().version()).isEqualTo("1.0.2");
  }

  @Test
  void refusesToFetchAVersionThatIsGone() {
    ResolvedArtifact old = dev.resolve("OrderReplication");
    CPI.saveAsVersion(dev.connection(), "OrderReplication", "1.0.9");
    assertThatThrownBy(() -> CPI.fetch(dev.connection(), old))
        .isInstanceOfSatisfying(
            FaultException.class, failed -> assertThat(failed.fault().message()).contains("1.0.9"));
  }

  @Test
  void readsExternalizedParameters() {
    assertThat(dev.values("OrderReplication")).containsKeys("Receiver_URL", "Poll_Interval");
    assertThat(dev.values("CountryCodes")).isEmpty();
  }

  @Test
  void namesTheMissingRole() {
    simulator.desk("cpi-dev").switches().set("missing-roles", "MonitoringDataRead");
    CheckReport report = CPI.check(dev.connection());
    assertThat(report.passed()).isFalse();
    assertThat(report.probes())
        .anySatisfy(probe -> {
          assertThat(probe.name()).isEqualTo("runtime");
          assertThat(probe.message()).contains("MonitoringDataRead");
        });
  }

  @Test
  void passesTheCheckOfAHealthyTenant() {
    assertThat(CPI.check(dev.connection()).passed()).isTrue();
  }

  private static ArtifactPage browse(SimulatedTenant at, BrowseQuery query) {
    return CPI.browse(at.connection(), query);
  }

  private ArtifactPage browse(String parent, String q, int limit, String cursor) {
    return browse(dev, new BrowseQuery(parent, q, limit, cursor));
  }

  private Resolution.Unusable unusable(String id, String version) {
    return (Resolution.Unusable) CPI.resolve(dev.connection(), "cpi-artifact", id, version);
  }

  private static Row row(ArtifactPage page, String id) {
    return page.items().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
