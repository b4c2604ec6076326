package io.tyto.connector.cpi.wire;

import static io.tyto.connector.cpi.wire.ODataJson.textOr;
import static io.tyto.connector.kit.wire.Json.text;

import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The runtime of one tenant: deploy, watch, undeploy (facts: 1.6). */
public final class DeployedArtifacts {
  private static final int NO_CONTENT = 204;
  private static final int NOT_ACCEPTABLE = 406;

  private final CpiHttp http;

  public DeployedArtifacts(CpiHttp http) {
    this.http = http;
  }

  /**
   * The guarded call.
   *
   * @return the task id; empty where the tenant gives none (message mappings)
   */
  public Optional<String> deploy(ArtifactType type, String id) {
    String query = "?Id=" + ODataPath.literal(id) + "&Version='active'";
    String function = "Deploy" + type.wireName() + "DesigntimeArtifact";
    HttpCall call = HttpCall.post(ODataPath.of(function + query)).accept("*/*");
    String body = http.write(call).text().strip();
    boolean taskId = !body.isEmpty() && body.length() <= 100 && body.matches("[A-Za-z0-9._-]+");
    return taskId ? Optional.of(body) : Optional.empty();
  }

  /** Empty when the tenant no longer knows the task. */
  public Optional<String> taskStatus(String taskId) {
    String path = ODataPath.of("BuildAndDeployStatus(TaskId=" + ODataPath.literal(taskId) + ")");
    return http.find(path).map(answer -> textOr(answer.path("d"), "Status", ""));
  }

  public Optional<RuntimeArtifact> find(String id) {
    return http.find(ODataPath.entity("IntegrationRuntimeArtifacts", id))
        .map(answer -> toRuntime(id, answer.path("d")));
  }

  /**
   * Why it failed.
   *
   * @return empty while the tenant does not say so yet: 204 comes first (facts: 1.6)
   */
  public Optional<String> errorInformation(String id) {
    String path = ODataPath.entity("IntegrationRuntimeArtifacts", id) + "/ErrorInformation/$value";
    HttpAnswer answer = http.send(HttpCall.get(path).accept("*/*"));
    if (answer.status() == NOT_ACCEPTABLE) {
      answer = http.send(HttpCall.get(path).accept("application/xml"));
    }
    if (answer.status() == NO_CONTENT || answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      return Optional.of("The tenant does not give the reason: HTTP " + answer.status());
    }
    return Optional.of(ErrorInformation.readable(answer.text())).filter(text -> !text.isBlank());
  }

  /** What is not deployed is as good as undeployed. */
  public void undeploy(String id) {
    try {
      http.write(HttpCall.delete(ODataPath.entity("IntegrationRuntimeArtifacts", id)));
    } catch (FaultException refused) {
      if (refused.fault().kind() != Fault.Kind.NOT_FOUND) {
        throw refused;
      }
    }
  }

  private static RuntimeArtifact toRuntime(String id, JsonNode row) {
    return new RuntimeArtifact(
        id,
        textOr(row, "Version", ""),
        textOr(row, "Status", ""),
        ODataJson.instant(text(row, "DeployedOn")),
        text(row, "DeployedBy"));
  }
}
