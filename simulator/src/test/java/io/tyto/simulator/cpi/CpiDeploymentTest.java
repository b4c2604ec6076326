package io.tyto.simulator.cpi;

import static io.tyto.simulator.cpi.Tenant.base64;
import static io.tyto.simulator.cpi.Tenant.flow;
import static io.tyto.simulator.cpi.Tenant.json;
import static io.tyto.simulator.cpi.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Faults;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpiDeploymentTest {
  private static final String ORDER = "OrderReplication";
  private static Simulator simulator;
  private Tenant dev;
  private Tenant qa;

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(SimulatorOptions.defaults().withDeployDuration(Duration.ofMinutes(8)));
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
    dev = Tenant.of(simulator, "cpi-dev");
    qa = Tenant.of(simulator, "cpi-qa");
  }

  @Test
  void keepsTheOldRowUntilTheNewDeploymentAppears() {
    String before = deployedOn();
    HttpResponse<byte[]> accepted = qa.deploy(ORDER);
    assertThat(accepted.statusCode()).isEqualTo(202);
    String task = text(accepted);
    assertThat(task(task)).isEqualTo("DEPLOYING");
    assertThat(qa.status(ORDER)).isEqualTo("STARTED");
    assertThat(deployedOn()).isEqualTo(before);
    advance(5);
    assertThat(qa.status(ORDER)).isEqualTo("STARTING");
    advance(2);
    assertThat(task(task)).isEqualTo("SUCCESS");
    assertThat(qa.status(ORDER)).isEqualTo("STARTING");
    advance(2);
    assertThat(qa.status(ORDER)).isEqualTo("STARTED");
    assertThat(deployedOn()).isNotEqualTo(before);
    assertThat(simulator.desk("cpi-qa").ledger().entries("deploy"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.subject()).isEqualTo(ORDER);
          assertThat(entry.detail()).containsEntry("version", "1.0.2").containsKey("digest");
          assertThat(entry.detail()).containsEntry("task", task);
        });
  }

  @Test
  void explainsAFailedDeploymentOnlyAWhileAfterIt() {
    byte[] broken = dev.call("GET", flow("BrokenMapping", "active") + "/$value").body();
    Map<String, String> body =
        Map.of(
            "Id",
            "BrokenMapping",
            "Name",
            "Broken Mapping",
            "PackageId",
            "OrderToCash",
            "ArtifactContent",
            base64(broken));
    assertThat(qa.send("POST", "IntegrationDesigntimeArtifacts", body).statusCode()).isEqualTo(201);
    assertThat(qa.status("BrokenMapping")).isEqualTo("404");
    String task = text(qa.deploy("BrokenMapping"));
    advance(8);
    assertThat(qa.status("BrokenMapping")).isEqualTo("ERROR");
    assertThat(task(task)).isEqualTo("FAIL");
    String error = "IntegrationRuntimeArtifacts('BrokenMapping')/ErrorInformation/$value";
    assertThat(qa.call("GET", error).statusCode()).isEqualTo(204);
    advance(3);
    assertThat(qa.call("GET", error, "Accept", "application/json").statusCode()).isEqualTo(406);
    assertThat(json(qa.call("GET", error).body()).at("/parameter/0").asString())
        .contains("BELNR is mandatory");
    assertThat(qa.get("IntegrationRuntimeArtifacts?$filter=Status%20eq%20'ERROR'").at("/d/results"))
        .hasSize(1);
  }

  @Test
  void undeploysOnce() {
    String row = "IntegrationRuntimeArtifacts('" + ORDER + "')";
    assertThat(qa.call("DELETE", row).statusCode()).isEqualTo(202);
    advance(1);
    HttpResponse<byte[]> gone = qa.call("DELETE", row);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(text(gone)).contains("Requested entity could not be found.");
    assertThat(simulator.desk("cpi-qa").ledger().entries("undeploy")).hasSize(1);
  }

  @Test
  void failsAndSlowsDownWhatAFaultNames() {
    Faults faults = simulator.desk("cpi-dev").faults();
    faults.arm(Faults.Fault.once("fail-deploy", "Deploy.*" + ORDER).withValue("No memory left"));
    dev.deploy(ORDER);
    HttpResponse<byte[]> mapping =
        dev.call(
            "POST", "DeployMessageMappingDesigntimeArtifact?Id='OrderToIdoc'&Version='active'");
    assertThat(mapping.statusCode()).isEqualTo(202);
    assertThat(mapping.body()).isEmpty();
    advance(20);
    assertThat(dev.status(ORDER)).isEqualTo("ERROR");
    assertThat(dev.status("OrderToIdoc")).isEqualTo("STARTED");
    faults.arm(Faults.Fault.once("slow-deploy", "Deploy").withValue("PT1H"));
    dev.deploy(ORDER);
    advance(45);
    assertThat(dev.status(ORDER)).isEqualTo("STARTING");
  }

  @Test
  void listsEntryPointsAndMessagesOfWhatRuns() {
    assertThat(
            dev.get("ServiceEndpoints?$expand=EntryPoints").at("/d/results/0/EntryPoints/results"))
        .hasSize(1);
    String logs =
        "MessageProcessingLogs?$filter=IntegrationArtifact/Id%20eq%20'"
            + ORDER
            + "'%20and%20Status%20ne%20'DISCARDED'&$orderby=LogEnd%20desc&$top=1";
    assertThat(dev.get(logs).at("/d/results/0/Status").asString()).isEqualTo("COMPLETED");
  }

  @Test
  void namesItsCredentialsWithoutPasswords() {
    assertThat(qa.get("UserCredentials").at("/d/results"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.path("Name").asString()).isEqualTo("S4_QA_COMM");
          assertThat(row.path("Password").isNull()).isTrue();
        });
    assertThat(qa.call("GET", "UserCredentials('S4_DEV_COMM')").statusCode()).isEqualTo(404);
  }

  private String deployedOn() {
    return qa.get("IntegrationRuntimeArtifacts('" + ORDER + "')").at("/d/DeployedOn").asString();
  }

  private String task(String id) {
    return qa.get("BuildAndDeployStatus(TaskId='" + id + "')").at("/d/Status").asString();
  }

  private static void advance(int minutes) {
    simulator.clock().advance(Duration.ofMinutes(minutes));
  }
}
