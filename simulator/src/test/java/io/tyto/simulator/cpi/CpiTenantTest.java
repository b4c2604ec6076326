package io.tyto.simulator.cpi;

import static io.tyto.simulator.cpi.Tenant.base64;
import static io.tyto.simulator.cpi.Tenant.flow;
import static io.tyto.simulator.cpi.Tenant.json;
import static io.tyto.simulator.cpi.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.cpi.content.OwnBundles;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpiTenantTest {
  private static final String ORDER = "OrderReplication";
  private static Simulator simulator;
  private Tenant dev;
  private Tenant qa;

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
    dev = Tenant.of(simulator, "cpi-dev");
    qa = Tenant.of(simulator, "cpi-qa");
  }

  @Test
  void listsPackagesAndTheirArtifactsWithDraftsByWord() {
    assertThat(dev.get("IntegrationPackages?$top=1&$skip=1").at("/d/results"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("Id").asString()).isEqualTo("ProcureToPay"));
    List<String> rows =
        dev.get("IntegrationPackages('OrderToCash')/IntegrationDesigntimeArtifacts")
            .at("/d/results")
            .valueStream()
            .map(row -> row.path("Id").asString() + " " + row.path("Version").asString())
            .toList();
    assertThat(rows)
        .contains("OrderReplication 1.0.3", "CreditCheck Draft", "ReturnsIntake Active");
    assertThat(dev.call("GET", "IntegrationPackages/$count").statusCode()).isEqualTo(501);
    assertThat(text(dev.call("GET", "IntegrationPackages('OrderToCash')/$value")))
        .contains("artifacts are in draft state");
  }

  @Test
  void createsAPackageOnceAndNamesWhatIsWrong() {
    Map<String, String> body = Map.of("Id", "Fresh", "Name", "Fresh", "ShortText", "New");
    assertThat(qa.send("POST", "IntegrationPackages", body).statusCode()).isEqualTo(201);
    assertThat(qa.send("POST", "IntegrationPackages", body).statusCode()).isEqualTo(409);
    HttpResponse<byte[]> noText =
        qa.send("POST", "IntegrationPackages", Map.of("Id", "Other", "Name", "Other"));
    assertThat(noText.statusCode()).isEqualTo(400);
    assertThat(json(noText.body()).at("/error/message/value").asString())
        .isEqualTo("Property 'ShortText' cannot be empty");
    Map<String, String> odd = Map.of("Id", "a_b", "Name", "x", "ShortText", "x");
    assertThat(text(qa.send("POST", "IntegrationPackages", odd))).contains("special character");
    assertThat(qa.call("DELETE", "IntegrationPackages('Fresh')").statusCode()).isEqualTo(202);
    assertThat(qa.call("DELETE", "IntegrationPackages('Fresh')").statusCode()).isEqualTo(404);
    assertThat(actions("cpi-qa")).containsExactly("create-package", "delete-package");
  }

  @Test
  void keepsTheBytesOfContentFromTenantToTenant() {
    byte[] content = dev.call("GET", flow(ORDER, "1.0.3") + "/$value").body();
    Map<String, String> update = Map.of("ArtifactContent", base64(content));
    HttpResponse<byte[]> answer = qa.send("PUT", flow(ORDER, "active"), update);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(qa.get(flow(ORDER, "Active")).at("/d/Version").asString()).isEqualTo("1.0.3");
    HttpResponse<byte[]> back = qa.call("GET", flow(ORDER, "active") + "/$value");
    assertThat(back.body()).isEqualTo(content);
    assertThat(back.headers().firstValue("Content-Disposition").orElse("")).contains("filename=");
    assertThat(qa.call("GET", flow(ORDER, "1.0.2") + "/$value").statusCode()).isEqualTo(200);
    assertThat(qa.call("GET", flow(ORDER, "7.0.0") + "/$value").statusCode()).isEqualTo(404);
  }

  @Test
  void makesADraftOfContentWhoseVersionIsNotHigher() {
    byte[] same = OwnBundles.iflow(ORDER, "Other", "1.0.2", List.of()).zip();
    qa.send("PUT", flow(ORDER, "active"), Map.of("ArtifactContent", base64(same)));
    assertThat(qa.get(flow(ORDER, "active")).at("/d/Version").asString()).isEqualTo("1.0.2");
    assertThat(text(qa.call("GET", "IntegrationPackages('OrderToCash')/$value")))
        .contains("Name=Other");
    String save = "IntegrationDesigntimeArtifactSaveAsVersion?Id='" + ORDER + "'&SaveAsVersion=";
    assertThat(qa.call("POST", save + "'1.0.2'").statusCode()).isEqualTo(500);
    assertThat(qa.call("POST", save + "'1.0.9'").statusCode()).isEqualTo(200);
    assertThat(qa.get(flow(ORDER, "active")).at("/d/Version").asString()).isEqualTo("1.0.9");
  }

  @Test
  void refusesAnotherSymbolicNameDuplicatesAndValueMappingUpdates() {
    String other = base64(OwnBundles.iflow("Someone", "S", "9.0.0", List.of()).zip());
    Map<String, String> update = Map.of("ArtifactContent", other);
    HttpResponse<byte[]> renamed = qa.send("PUT", flow(ORDER, "active"), update);
    assertThat(renamed.statusCode()).isEqualTo(400);
    assertThat(text(renamed)).contains("Bundle-symbolicName");
    Map<String, String> again = Map.of("Id", ORDER, "Name", "x", "PackageId", "OrderToCash");
    HttpResponse<byte[]> duplicate = qa.send("POST", "IntegrationDesigntimeArtifacts", again);
    assertThat(duplicate.statusCode()).isEqualTo(500);
    assertThat(text(duplicate)).contains("already exists in the Order to Cash package");
    String mapping = "ValueMappingDesigntimeArtifacts(Id='CountryCodes',Version='active')";
    assertThat(qa.send("PUT", mapping, update).statusCode()).isEqualTo(501);
    assertThat(simulator.desk("cpi-qa").ledger().entries()).isEmpty();
  }

  @Test
  void configuresParametersThatOutliveNewContent() {
    String links = flow(ORDER, "active") + "/$links/Configurations";
    Map<String, String> value = Map.of("ParameterValue", "https://new.example.com");
    assertThat(qa.send("PUT", links + "('Receiver_URL')", value).statusCode()).isEqualTo(202);
    assertThat(qa.send("PUT", links + "('Nothing')", value).statusCode()).isEqualTo(404);
    assertThat(text(qa.send("PUT", links + "('a%2Fb%20c')", value)))
        .contains("Parameter key 'a/b c' not found.");
    assertThat(qa.send("PUT", links + "('Poll_Interval')", value).statusCode()).isEqualTo(400);
    assertThat(text(qa.call("GET", flow(ORDER, "active") + "/Configurations/$count")))
        .isEqualTo("3");
    byte[] content = dev.call("GET", flow(ORDER, "active") + "/$value").body();
    Map<String, String> update = Map.of("ArtifactContent", base64(content));
    qa.send("PUT", flow(ORDER, "active"), update);
    assertThat(receiver()).isEqualTo("https://new.example.com");
    simulator.desk("cpi-qa").switches().set("configuration-survives-update", "off");
    qa.send("PUT", flow(ORDER, "active"), update);
    assertThat(receiver()).startsWith("https://s4-dev.example.com");
  }

  private String receiver() {
    return qa.get(flow(ORDER, "active") + "/Configurations")
        .at("/d/results/0/ParameterValue")
        .asString();
  }

  @Test
  void movesAWholePackage() {
    HttpResponse<byte[]> zip = dev.call("GET", "IntegrationPackages('ProcureToPay')/$value");
    assertThat(zip.headers().firstValue("Content-Type").orElse("")).startsWith("application/zip");
    Map<String, String> body = Map.of("PackageContent", base64(zip.body()));
    assertThat(qa.send("POST", "IntegrationPackages", body).statusCode()).isEqualTo(409);
    assertThat(qa.send("POST", "IntegrationPackages?Overwrite=true", body).statusCode())
        .isEqualTo(201);
    assertThat(qa.get(flow("GoodsReceipt", "active")).at("/d/Version").asString())
        .isEqualTo("1.0.4");
  }

  @Test
  void answersAtomAndRefusesStrangers() {
    HttpResponse<byte[]> atom = dev.call("GET", "IntegrationPackages('OrderToCash')");
    assertThat(atom.headers().firstValue("Content-Type").orElse("")).contains("atom+xml");
    assertThat(text(dev.call("GET", "IntegrationPackages('OrderToCash')?$format=json")))
        .contains("\"Id\":\"OrderToCash\"");
    assertThat(dev.call("PATCH", "IntegrationPackages('OrderToCash')").statusCode()).isEqualTo(501);
    simulator.desk("cpi-dev").switches().set("missing-roles", "WorkspaceArtifactsDeploy");
    assertThat(dev.deploy(ORDER).statusCode()).isEqualTo(403);
    simulator.reset();
    assertThat(dev.call("GET", "IntegrationPackages").statusCode()).isEqualTo(401);
  }

  @Test
  void wantsACsrfTokenFromBasicOnly() {
    Tenant basic = Tenant.basic(simulator, "cpi-qa");
    HttpResponse<byte[]> refused = basic.deploy(ORDER);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("X-CSRF-Token")).hasValue("Required");
    HttpResponse<byte[]> fetched = basic.call("GET", "", "X-CSRF-Token", "Fetch");
    String token = fetched.headers().firstValue("X-CSRF-Token").orElseThrow();
    String cookie = fetched.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    String deploy = "DeployIntegrationDesigntimeArtifact?Id='" + ORDER + "'&Version='active'";
    assertThat(basic.call("POST", deploy, "X-CSRF-Token", token, "Cookie", cookie).statusCode())
        .isEqualTo(202);
    assertThat(actions("cpi-qa")).containsExactly("deploy");
  }

  @Test
  void takesBundlesByControl() {
    byte[] zip = OwnBundles.iflow("Mine", "Mine", "2.3.4", List.of()).zip();
    URI uri =
        URI.create(
            simulator.controlUrl() + "/control/systems/cpi-dev/artifacts/Mine?package=Uploaded");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    assertThat(Tenant.send(request.PUT(BodyPublishers.ofByteArray(zip)).build()).statusCode())
        .isEqualTo(204);
    assertThat(dev.get(flow("Mine", "active")).at("/d/PackageId").asString()).isEqualTo("Uploaded");
    assertThat(dev.get(flow("Mine", "active")).at("/d/Version").asString()).isEqualTo("2.3.4");
    assertThat(Tenant.send(request.PUT(BodyPublishers.ofString("no zip")).build()).statusCode())
        .isEqualTo(400);
  }

  private static List<String> actions(String system) {
    return simulator.desk(system).ledger().entries().stream().map(Ledger.Entry::action).toList();
  }
}
