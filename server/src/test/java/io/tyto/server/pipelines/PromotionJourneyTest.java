package io.tyto.server.pipelines;

import static io.tyto.server.testing.Tyto.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.alm.AlmLink;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The button Promote on the whole server against the simulated Cloud Integration tenants. */
@TytoTest
class PromotionJourneyTest {
  private static final String PIPELINE =
      """
      name: journey
      stages:
        - name: QA
          tasks:
            - build: {}
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { environment: %1$s-QA }
        - name: PROD
          tasks:
            - wait-for-promotion: {}
            - approve: { by: [role:approver, role:release-manager], min: 2, exclude: [promoter] }
            - deploy: { environment: %1$s-PROD, backup: true }
      """;

  private final Tyto tyto;
  private AlmLink link;
  private TestProject project;
  private Person dev;
  private Person manager;
  private Person approver;
  private final Map<String, String> environments = new LinkedHashMap<>();

  PromotionJourneyTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeEach
  void landscape() throws Exception {
    link = AlmLink.to(tyto, AlmLink.external(tyto));
    project = link.project;
    environment("DEV", "cpi-dev", "DEVELOPMENT");
    environment("QA", "cpi-qa", "QUALITY");
    environment("PROD", "cpi-prod", "PRODUCTION");
    environments.forEach((name, id) ->
        tyto.admin()
            .put(project.path("/environments/" + id), Map.of("source", name.equals("DEV")))
            .expect(200));
    dev = project.member("developer");
    manager = project.member("release-manager");
    approver = project.member("approver");
    project.give(dev, List.of("developer"), List.copyOf(environments.values()));
    Answer pipeline =
        project
            .admin()
            .api()
            .send(
                "POST",
                project.path("/pipelines"),
                PIPELINE.formatted(project.key()),
                r -> r.setHeader("Content-Type", "application/yaml"))
            .expect(201);
    int version = tyto.admin().get(project.path("")).version();
    project
        .admin()
        .api()
        .patch(project.path(""), version, Map.of("defaultPipelineId", pipeline.id()))
        .expect(200);
  }

  private void environment(String name, String system, String type) throws Exception {
    Answer credential = credential(name, system);
    Answer made =
        tyto.admin()
            .post(
                "/environments",
                Map.of(
                    "name",
                    project.key() + "-" + name,
                    "connector",
                    "cpi",
                    "type",
                    type,
                    "mode",
                    "LIVE",
                    "settings",
                    Map.of(),
                    "credentialId",
                    credential.id()))
            .expect(201);
    environments.put(name, made.id());
  }

  private Answer credential(String name, String system) throws Exception {
    JsonNode key = null;
    for (JsonNode each : control("/control/landscape").path("systems")) {
      if (each.path("id").asString().equals(system)) {
        key = each.path("serviceKey");
      }
    }
    String title = project.key() + " " + name;
    return tyto.admin()
        .post(
            "/credentials",
            Map.of("name", title, "type", "sap-cpi", "scope", "GLOBAL", "serviceKey", key))
        .expect(201);
  }

  /** A feature in Cloud ALM that may go to Production, synced. */
  private String readyFeature() {
    Feature feature = link.feature("Replicate orders");
    link.edits()
        .changeFeature(feature.uuid(), f -> f.withStatus(FeatureStatus.APPROVED_FOR_DEPLOYMENT));
    link.sync("FULL");
    return link.item(feature.uuid()).path("id").asString();
  }

  private JsonNode control(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(tyto.simulator().controlUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body());
  }

  private List<String> deployed(String system) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : control("/control/systems/" + system + "/ledger").path("items")) {
      if (entry.path("action").asString().equals("deploy")) {
        found.add(entry.path("subject").asString());
      }
    }
    return found;
  }

  @Test
  void bringsAnArtifactFromDevelopmentToProduction() throws Exception {
    String item = readyFeature();
    String path = project.path("/work-items/" + item);
    dev.api()
        .post(
            path + "/deliverables",
            Map.of(
                "kind", "cpi-artifact",
                "environmentId", environments.get("DEV"),
                "externalId", "OrderReplication"))
        .expect(201);
    int qa = deployed("cpi-qa").size();
    int prod = deployed("cpi-prod").size();
    Answer run = dev.api().post(path + "/promotions", Map.of("candidate", 1)).expect(201);
    dev.api().post(path + "/promotions", Map.of()).expect(200);
    decide(run.id(), manager, "approve");
    Answer waiting =
        eventually(
            () -> dev.api().get("/runs/" + run.id()),
            answer -> answer.get("stage").equals("PROD") && resting(answer));
    assertThat(waiting.get("state")).as(waiting.text()).isEqualTo("WAITING");
    assertThat(deployed("cpi-qa")).hasSize(qa + 1).endsWith("OrderReplication");
    assertThat(deployed("cpi-prod")).hasSize(prod);

    JsonNode continues =
        dev.api().get(path + "/promotion-plan").expect(200).json().path("continues");
    assertThat(continues.path("runId").asString()).isEqualTo(run.id());
    dev.api().post(path + "/promotions", Map.of("continues", continues)).expect(200);
    dev.api().post(path + "/promotions", Map.of("continues", continues)).expect(200);
    decide(run.id(), manager, "approve");
    decide(run.id(), approver, "approve");
    Answer ended = eventually(() -> dev.api().get("/runs/" + run.id()), PromotionJourneyTest::over);
    assertThat(ended.get("state")).as(ended.text()).isEqualTo("COMPLETED");
    assertThat(deployed("cpi-prod")).hasSize(prod + 1).endsWith("OrderReplication");
    assertThat(deployed("cpi-qa")).hasSize(qa + 1);
    assertThat(dev.api().get(path).get("pipelineStatus")).isEqualTo("COMPLETED");
    assertThat(dev.api().get("/runs/" + run.id() + "/evidence").expect(200).bytes())
        .startsWith('P', 'K');
    assertThat(dev.api().get("/runs?workItem=" + item).items("state")).containsExactly("COMPLETED");
  }

  @Test
  void letsNobodyDecideWhoMayNot() throws Exception {
    String item = readyFeature();
    String path = project.path("/work-items/" + item);
    dev.api()
        .post(
            path + "/deliverables",
            Map.of(
                "kind", "cpi-artifact",
                "environmentId", environments.get("DEV"),
                "externalId", "OrderReplication"))
        .expect(201);
    Answer run = dev.api().post(path + "/promotions", Map.of()).expect(201);
    String task = taskOffering(run.id(), manager.api(), "approve");
    String approval = "/runs/" + run.id() + "/tasks/" + task;
    dev.api().post(approval + "/approve", null).refused(403, "not-yours-to-decide");
    approver.api().post(approval + "/approve", null).refused(403, "not-yours-to-decide");
    manager.api().post(approval + "/reject", Map.of()).refused(400, "reason-required");
    manager
        .api()
        .post(approval + "/skip", Map.of("reason", "late"))
        .refused(409, "approval-cannot-be-skipped");
    tyto.person().api().post(approval + "/approve", null).expect(404);
    assertThat(manager.api().get("/inbox").items("taskId")).containsExactly(task);
    manager.api().post(approval + "/reject", Map.of("reason", "not yet")).expect(200);
    manager
        .api()
        .post(approval + "/reject", Map.of("reason", "not yet"))
        .refused(409, "already-decided");
    assertThat(dev.api().get("/inbox").items("reason")).containsExactly("returned");
    dev.api().post("/runs/" + run.id() + "/abort", Map.of()).refused(400, "reason-required");
    dev.api().post("/runs/" + run.id() + "/abort", Map.of("reason", "rework")).expect(200);
    assertThat(dev.api().get(path).get("pipelineStatus")).isEmpty();
  }

  private void decide(String run, Person person, String action) {
    String task = taskOffering(run, person.api(), action);
    person.api().post("/runs/" + run + "/tasks/" + task + "/" + action, Map.of()).expect(200);
  }

  private static String taskOffering(String run, Api api, String action) {
    Answer seen =
        eventually(
            () -> api.get("/runs/" + run).expect(200),
            answer -> !task(answer, action).isEmpty() || over(answer));
    assertThat(task(seen, action)).as(seen.text()).isNotEmpty();
    return task(seen, action);
  }

  private static String task(Answer run, String action) {
    for (JsonNode stage : run.json().path("stages")) {
      for (JsonNode task : stage.path("tasks")) {
        for (JsonNode each : task.path("actions")) {
          if (each.asString().equals(action)) {
            return task.path("id").asString();
          }
        }
      }
    }
    return "";
  }

  private static boolean resting(Answer run) {
    return !run.get("state").equals("RUNNING");
  }

  private static boolean over(Answer run) {
    return Set.of("COMPLETED", "FAILED", "ABORTED", "SUPERSEDED").contains(run.get("state"));
  }
}
