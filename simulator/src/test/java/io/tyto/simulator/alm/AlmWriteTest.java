package io.tyto.simulator.alm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.simulator.Call;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.world.DemoWorld;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.TaskType;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AlmWriteTest {
  private static final String TASKS = "/api/calm-tasks/v1/tasks";
  private static final String FEATURES = "/api/calm-features/v1/Features";
  private static Simulator simulator;
  private Call alm;
  private UUID project;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void login() throws Exception {
    simulator.reset();
    alm = new Call(simulator.url("alm")).login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    project = simulator.alm().world().projectNamed(DemoWorld.PROJECT).orElseThrow().id();
  }

  private Task any(TaskType type) {
    return simulator.alm().world().tasks().select(project, one -> one.type() == type).getFirst();
  }

  private Feature any(FeatureStatus status) {
    return simulator.alm().world().features().of(project).stream()
        .filter(one -> one.status() == status)
        .findFirst()
        .orElseThrow();
  }

  private Call.Got ok(int status, Call.Got got) {
    assertThat(got.status()).as(got.text()).isEqualTo(status);
    return got;
  }

  private void switchTo(String name, String value) {
    simulator.desk("alm").switches().set(name, value);
  }

  @Test
  void createsChangesAndDeletesATask() throws Exception {
    String body = "{\"projectId\":\"" + project + "\",\"title\":\"New\",\"status\":\"CIPTKCLOSE\"}";
    JsonNode task = ok(201, alm.json("POST", TASKS, body)).json();
    assertThat(task.get("status").asString()).isEqualTo("CIPTKOPEN");
    assertThat(task.get("priorityId").asInt()).isEqualTo(30);
    assertThat(task.get("timeboxName").asString()).isEqualTo("Prepare");
    String path = TASKS + "/" + task.get("id").asString();
    JsonNode changed =
        ok(200, alm.json("PATCH", path, "{\"status\":\"CIPTKINP\",\"type\":\"CALMUS\"}")).json();
    assertThat(changed.get("status").asString()).isEqualTo("CIPTKINP");
    assertThat(changed.get("type").asString()).isEqualTo("CALMTASK");
    assertThat(changed.get("lastChangedTimestamp").asString())
        .isGreaterThan(task.get("lastChangedTimestamp").asString());
    ok(204, alm.json("DELETE", path, ""));
    ok(404, alm.get(path));
    assertThat(simulator.desk("alm").ledger().entries())
        .extracting(entry -> entry.action())
        .containsExactly("create-task", "patch-task", "delete-task");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"x\"}",
        "{\"projectId\":\"P\"}",
        "{\"projectId\":\"P\",\"title\":\"x\",\"type\":\"STORY\"}",
        "{\"projectId\":\"P\",\"title\":\"x\",\"type\":\"CALMST\"}",
        "{\"projectId\":\"P\",\"title\":\"x\",\"priorityId\":\"30\"}",
        "{\"projectId\":\"P\",\"title\":\"x\",\"dueDate\":\"soon\"}",
        "{\"projectId\":\"P\",\"title\":7}",
        "[]",
        "not json"
      })
  void refusesAWrongTask(String body) throws Exception {
    Call.Got got = alm.json("POST", TASKS, body.replace("\"P\"", "\"" + project + "\""));
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.json().get("message").asString()).isNotEmpty();
  }

  @Test
  void refusesAStatusOfAnotherTypeAndKeepsTheTask() throws Exception {
    Task story = any(TaskType.CALMUS);
    Call.Got got =
        alm.json("PATCH", TASKS + "/" + story.id(), "{\"title\":\"x\",\"status\":\"CIPTKINP\"}");
    assertThat(got.status()).isEqualTo(400);
    assertThat(simulator.alm().world().tasks().find(story.id())).contains(story);
  }

  @Test
  void storesANullExternalIdAsText() throws Exception {
    String path = TASKS + "/" + any(TaskType.CALMUS).id();
    JsonNode odd = alm.json("PATCH", path, "{\"externalId\":null}").json();
    assertThat(odd.get("externalId").asString()).isEqualTo("null");
    switchTo("patch-null", "clear");
    assertThat(alm.json("PATCH", path, "{\"externalId\":null}").json().has("externalId")).isFalse();
  }

  @Test
  void approvesARequirementOnceAndForAll() throws Exception {
    Task requirement =
        simulator
            .alm()
            .world()
            .tasks()
            .select(project, one -> "NO_APPR_REQ".equals(one.more("approvalState")))
            .getFirst();
    String path = TASKS + "/" + requirement.id();
    ok(400, alm.json("PATCH", path, "{\"approvalState\":\"APPROVED\"}"));
    ok(200, alm.json("PATCH", path, "{\"approvalState\":\"READY_4_APPR\"}"));
    ok(200, alm.json("PATCH", path, "{\"approvalState\":\"APPROVED\"}"));
    ok(400, alm.json("PATCH", path, "{\"approvalState\":\"REJECTED\"}"));
    ok(400, alm.json("DELETE", path, ""));
  }

  @Test
  void keepsCommentsReferencesAndRelations() throws Exception {
    Task story = any(TaskType.CALMUS);
    String path = TASKS + "/" + story.id();
    ok(400, alm.json("POST", path + "/comments", "{\"content\":\"x\"}"));
    JsonNode comment = ok(201, alm.json("POST", path + "/comments", "{\"text\":\"Done\"}")).json();
    assertThat(comment.get("createdBy").asString()).isEqualTo(CloudAlm.CLIENT_ID);
    String one = TASKS + "/comments/" + comment.get("id").asString();
    assertThat(alm.json("PATCH", one, "{\"text\":\"More\"}").json().get("text").asString())
        .isEqualTo("More");
    assertThat(alm.get(path + "/comments").json()).hasSize(1);
    ok(204, alm.json("DELETE", one, ""));
    ok(404, alm.json("DELETE", one, ""));
    String link = "{\"name\":\"Run\",\"url\":\"URL\"}";
    ok(400, alm.json("POST", path + "/references", link.replace("URL", "http://tyto.example")));
    ok(201, alm.json("POST", path + "/references", link.replace("URL", "https://tyto.example/1")));
    assertThat(alm.get(path + "/references").json().get(0).get("url").asString())
        .isEqualTo("https://tyto.example/1");
    String other = any(TaskType.CALMTASK).id().toString();
    String relation = "{\"type\":\"1\",\"relationTaskId\":\"" + other + "\"}";
    ok(201, alm.json("POST", path + "/relations", relation));
    assertThat(alm.get(path + "/relations").json()).hasSize(1);
    assertThat(simulator.desk("alm").ledger().entries("comment")).hasSize(1);
  }

  @Test
  void createsAFeatureWithItsReferences() throws Exception {
    String body =
        """
        {"title":"From outside","projectId":"%s","statusCode":"CREATED","priorityCode":20,
         "toURLReferences":[{"name":"Spec","url":"https://example.com/spec"}],
         "toExternalReferences":[{"id":"jira:ABC-1","name":"Jira","url":"https://jira.example/1"}]}
        """
            .formatted(project);
    JsonNode feature = ok(201, alm.json("POST", FEATURES, body)).json();
    String path = FEATURES + "/" + feature.get("uuid").asString();
    JsonNode read =
        alm.get(path + "?$expand=toExternalReferences,toURLReferences($select=url)").json();
    assertThat(read.at("/toExternalReferences/0/id").asString()).isEqualTo("jira:ABC-1");
    assertThat(read.at("/toURLReferences/0/url").asString()).isEqualTo("https://example.com/spec");
    ok(405, alm.json("DELETE", path, ""));
  }

  @Test
  void takesAnExternalReferenceOncePerFeature() throws Exception {
    Feature feature = any(FeatureStatus.IN_TESTING);
    String path = FEATURES + "/" + feature.uuid() + "/toExternalReferences";
    String body = "{\"id\":\"tyto:BHA-16/2\",\"name\":\"Tyto\",\"url\":\"https://tyto.example\"}";
    ok(201, alm.json("POST", path, body));
    Call.Got again = ok(400, alm.json("POST", path, body));
    assertThat(again.json().at("/error/message").asString()).contains("exists");
    String query = "?$filter=" + Call.encode("id eq 'tyto:BHA-16/2'");
    assertThat(alm.get(path + query).json().get("value")).hasSize(1);
    Feature other = any(FeatureStatus.CREATED);
    ok(201, alm.json("POST", FEATURES + "/" + other.uuid() + "/toExternalReferences", body));
    String one =
        "/api/calm-features/v1/ExternalReferences/"
            + Call.encode("tyto:BHA-16/2")
            + "/"
            + feature.uuid();
    ok(204, alm.json("DELETE", one, ""));
    ok(404, alm.json("DELETE", one, ""));
    assertThat(alm.get(path).json().get("value")).isEmpty();
    assertThat(simulator.desk("alm").ledger().entries("reference")).hasSize(2);
  }

  @Test
  void stepsTheStatusOfAFeatureAndRefusesJumps() throws Exception {
    String path = FEATURES + "/" + any(FeatureStatus.IN_TESTING).uuid();
    Call.Got jump = ok(400, alm.json("PATCH", path, "{\"statusCode\":\"CONFIRMED\"}"));
    assertThat(jump.json().at("/error/message").asString()).contains("In Testing", "Deployed");
    for (String next :
        new String[] {"SUCCESSFULLY_TESTED", "APPROVED_FOR_DEPLOYMENT", "CONFIRMED"}) {
      JsonNode now = ok(200, alm.json("PATCH", path, "{\"statusCode\":\"" + next + "\"}")).json();
      assertThat(now.get("statusCode").asString()).isEqualTo(next);
    }
    switchTo("status-transitions", "lenient");
    switchTo("patch-answer", "204");
    assertThat(ok(204, alm.json("PATCH", path, "{\"statusCode\":\"CREATED\"}")).text()).isEmpty();
    switchTo("status-patch", "off");
    ok(400, alm.json("PATCH", path, "{\"statusCode\":\"IN_REALIZATION\"}"));
    assertThat(simulator.desk("alm").ledger().entries("patch-feature")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"priorityCode\":\"30\"}",
        "{\"priorityCode\":35}",
        "{\"colour\":\"red\"}",
        "{\"statusCode\":\"DONE\"}",
        "{\"title\":null}",
        "{\"releaseId\":\"x\"}",
        "broken"
      })
  void refusesAWrongPatchOfAFeature(String body) throws Exception {
    Feature feature = any(FeatureStatus.CREATED);
    Call.Got got = alm.json("PATCH", FEATURES + "/" + feature.uuid(), body);
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.json().at("/error/message").asString()).isNotEmpty();
    assertThat(simulator.alm().world().features().find(feature.uuid())).contains(feature);
  }

  @Test
  void wantsTheTagOfAProjectBeforeItChangesOne() throws Exception {
    Call all =
        new Call(simulator.url("alm")).login(CloudAlm.ALL_CLIENT_ID, CloudAlm.ALL_CLIENT_SECRET);
    String path = "/api/calm-projects/v1/projects/" + project;
    ok(403, alm.json("PATCH", path, "{\"name\":\"x\"}"));
    ok(428, all.json("PATCH", path, "{\"name\":\"x\"}"));
    ok(412, all.json("PATCH", path, "{\"name\":\"x\"}", "If-Match", "1"));
    String tag = all.get(path).json().get("etag").asString();
    JsonNode after = ok(200, all.json("PATCH", path, "{\"name\":\"x\"}", "If-Match", tag)).json();
    assertThat(after.get("etag").asString()).isNotEqualTo(tag);
    switchTo("if-match", "off");
    ok(200, all.json("PATCH", path, "{\"name\":\"y\"}"));
  }

  @Test
  void doesTheWorkEvenWhenTheAnswerIsLost() throws Exception {
    String path = TASKS + "/" + any(TaskType.CALMUS).id() + "/comments";
    simulator.desk("alm").faults().arm(Faults.Fault.once("answer-lost", "POST .*/comments"));
    assertThatThrownBy(() -> alm.json("POST", path, "{\"text\":\"Once\"}"))
        .isInstanceOf(IOException.class);
    assertThat(alm.get(path).json().valueStream().map(one -> one.get("text").asString()))
        .contains("Once");
    assertThat(simulator.desk("alm").ledger().entries("comment")).hasSize(1);
  }

  @Test
  void keepsAnExpiredTokenExpired() throws Exception {
    simulator.desk("alm").faults().arm(Faults.Fault.once("expired-token", "GET .*/projects"));
    ok(401, alm.get("/api/calm-projects/v1/projects"));
    ok(401, alm.get("/api/calm-projects/v1/projects"));
    alm.login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    ok(200, alm.get("/api/calm-projects/v1/projects"));
    switchTo("token-lifetime-seconds", "30");
    alm.login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    simulator.clock().advance(java.time.Duration.ofSeconds(31));
    ok(401, alm.get("/api/calm-projects/v1/projects"));
  }
}
