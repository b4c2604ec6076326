package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.abap.AbapSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Release packages: several work items in one run. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;
  private String cpi;

  PackageScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.ABAP);
    cpi = rollout.pipeline(Pipelines.CPI);
  }

  @Test
  void importsTheRequestsOfAllItemsInOneOrderedCallAndShowsTheStageOnEachRow() {
    Item first = rollout.story("Tables");
    Item second = rollout.story("Programs");
    String one = request("ZTAB");
    String two = request("ZPROG");
    second.attachTransport(two);
    first.attachTransport(one);
    depend(second, first);
    Answer made = pack("Tables and programs", null, second, first).expect(201);
    assertThat(made.json().path("workItemIds").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(first.id(), second.id()));
    Journey run = promote(made.id());
    assertThat(run.look().path("items").size()).isEqualTo(2);
    assertThat(run.look().path("deliverables").findValuesAsString("externalId"))
        .as("what is approved")
        .containsExactly(one, two);
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(first.stageAndStatus()).isEqualTo("PROD - WAITING");
    assertThat(second.stageAndStatus()).isEqualTo("PROD - WAITING");
    importedTogether("abap-qas", one, two);
    second.promote(rollout.developer(), Map.of()).refused(409, "in-release-package");
    assertThat(second.gate("in-release-package").path("verdict").asString()).isEqualTo("STOP");
    assertThat(promoteAgain(made.id()).expect(200).id()).isEqualTo(run.run());
    goOn(made.id()).expect(200);
    run.approve(rollout.other(), "PROD");
    run.rests("COMPLETED");
    importedTogether("abap-prd", one, two);
    assertThat(first.stageAndStatus()).isEqualTo("PROD - COMPLETED");
    promoteAgain(made.id()).refused(409, "already-completed");
    String attached =
        rollout.developer().api().get(second.path("/deliverables")).get("items", 0, "id");
    rollout
        .developer()
        .api()
        .delete(second.path("/deliverables/" + attached))
        .refused(409, "locked");
  }

  @Test
  void carriesAlongIsFineTogetherAndTheNewestVersionGoesOnce() {
    Item older = rollout.story("Version 1.0.0");
    Item newer = rollout.story("Version 1.0.1");
    for (Item item : List.of(older, newer)) {
      item.edit(Map.of("pipelineId", cpi)).expect(200);
    }
    String flow = rollout.iFlow();
    older.attachFlow(flow);
    rollout.develop(flow, "1.0.1");
    newer.attachFlow(flow);
    Answer made = pack("Both versions", null, newer, older).expect(201);
    Journey run = promote(made.id());
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(newer.gate("in-release-package").path("message").asString())
        .contains("Both versions");
    JsonNode gates = plan(made.id()).path("gates");
    assertThat(verdict(gates, "carries-along")).isEqualTo("PASS");
    assertThat(verdict(gates, "not-covered")).isEqualTo("PASS");
    List<JsonNode> deployed = rollout.control().done("cpi-qa", "deploy", flow);
    assertThat(deployed).hasSize(1);
    assertThat(deployed.getFirst().toString()).contains("1.0.1");
    run.abort(rollout.manager(), "Seen enough").expect(200);
    assertThat(older.stageAndStatus()).isEqualTo(" - ");
  }

  @Test
  void takesOverRestingRunsAndMakesTheNextCandidateOfAChange() {
    Item one = rollout.story("Was alone");
    Item two = rollout.story("Comes along");
    one.edit(Map.of("pipelineId", cpi)).expect(200);
    two.edit(Map.of("pipelineId", cpi)).expect(200);
    String flow = rollout.iFlow();
    one.attachFlow(flow);
    two.attachFlow(rollout.iFlow());
    Journey alone = one.start();
    alone.reaches("approve", "QA", "WAITING");
    Answer made = pack("Together from now on", null, one, two).expect(201);
    Journey first = promote(made.id());
    assertThat(alone.look().path("state").asString()).isEqualTo("SUPERSEDED");
    first.reaches("approve", "QA", "WAITING");
    Answer rival = pack("A rival", null, one, two).expect(201);
    promoteAgain(rival.id()).refused(409, "item-in-another-run");

    rollout.develop(flow, "1.0.1");
    one.attachFlow(flow);
    Map<String, Object> seen = Map.of("digest", first.look().path("candidateDigest").asString());
    rollout
        .developer()
        .api()
        .post(path(made.id()) + "/promotions", seen)
        .refused(409, "candidate-outdated");
    Journey next = promote(made.id());
    assertThat(first.look().path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(next.look().at("/items/0/candidate").asInt()).isEqualTo(2);
    next.reaches("approve", "QA", "WAITING");
    next.abort(rollout.manager(), "Enough").expect(200);
  }

  @Test
  void refusesPackagesThatMakeNoSense() {
    Item one = rollout.story("One");
    Item two = rollout.story("Two");
    depend(two, one);
    pack("Alone", null, one).refused(400, "too-few-items");
    Answer made = pack("In order", null, two, one).expect(201);
    pack("in ORDER", null, two, one).refused(409, "name-taken");
    rollout
        .manager()
        .api()
        .patch(path(made.id()), 1, Map.of("workItemIds", List.of(two.id(), one.id())))
        .refused(409, "wrong-order");
    one.edit(Map.of("pipelineId", cpi)).expect(200);
    pack("Differing", null, one, two).refused(409, "pipelines-differ");
    pack("Differing", cpi, one, two).expect(201);
    rollout.manager().api().patch(path(made.id()), 1, Map.of("archived", true)).expect(200);
    promoteAgain(made.id()).refused(409, "package-archived");
  }

  @Test
  void showsWhatStandsBetweenAReleaseAndItsGoLiveAndPromotesTheRest() {
    Item ready = rollout.story("Ready");
    Item blocked = rollout.story("Nothing attached");
    ready.edit(Map.of("pipelineId", cpi)).expect(200);
    ready.attachFlow(rollout.iFlow());
    ready
        .attach(Map.of("kind", "manual-step", "name", "Tell them", "step", Map.of("text", "Mail")))
        .expect(201);
    String path = release(ready, blocked);
    JsonNode before = rollout.developer().api().get(path + "/overview").expect(200).json();
    assertThat(before.path("ready").asInt()).isEqualTo(1);
    assertThat(before.at("/items/0/workItemId").asString()).isEqualTo(blocked.id());
    assertThat(before.at("/items/0/readiness").asString()).isEqualTo("BLOCKED");
    assertThat(before.at("/items/0/openGates").toString()).contains("no-deliverables");
    assertThat(before.at("/items/1/readiness").asString()).isEqualTo("READY");
    assertThat(before.at("/items/1/manualSteps/0/name").asString()).isEqualTo("Tell them");

    List<Map<String, Object>> all =
        List.of(
            Map.of("workItemId", ready.id(), "candidate", 1), Map.of("workItemId", blocked.id()));
    JsonNode came =
        rollout
            .developer()
            .api()
            .post(path + "/promotions", Map.of("items", all))
            .expect(200)
            .json();
    assertThat(came.at("/items/0/outcome").asString()).isEqualTo("STARTED");
    assertThat(came.at("/items/1/code").asString()).isEqualTo("no-deliverables");
    Journey run = new Journey(rollout, came.at("/items/0/runId").asString());
    run.reaches("approve", "QA", "WAITING");
    JsonNode after = rollout.developer().api().get(path + "/overview").expect(200).json();
    assertThat(after.at("/items/1/readiness").asString()).isEqualTo("NEEDS_PEOPLE");
    assertThat(after.at("/items/1/missingApprovals/0/by/0").asString())
        .isEqualTo("role:release-manager");
  }

  /** A release version of these; its path. */
  private String release(Item... items) {
    Map<String, String> wish = Map.of("name", "Overview");
    String id =
        rollout.manager().api().post(rollout.path("/release-versions"), wish).expect(201).id();
    String path = rollout.path("/release-versions/" + id);
    List<String> ids = Arrays.stream(items).map(Item::id).toList();
    rollout.developer().api().post(path + "/work-items", Map.of("ids", ids)).expect(200);
    return path;
  }

  private void importedTogether(String system, String... requests) {
    for (int i = 0; i < requests.length; i++) {
      List<JsonNode> imports = rollout.control().done(system, "import", requests[i]);
      assertThat(imports).as(system + " " + requests[i]).hasSize(1);
      JsonNode detail = imports.getFirst().path("detail");
      assertThat(detail.path("position").asInt()).isEqualTo(i + 1);
      assertThat(detail.path("of").asInt()).isEqualTo(requests.length);
    }
  }

  private String request(String object) {
    String name = "CLAS " + object + "_" + rollout.project().key();
    return ((AbapSystem) tyto.simulator().system("abap-dev"))
        .develop("DEVELOPER1", "Request with " + object, true, name);
  }

  private void depend(Item item, Item predecessor) {
    rollout.developer().api().put(item.path("/dependencies/" + predecessor.id()), null).expect(200);
  }

  private Answer pack(String name, String pipeline, Item... items) {
    List<String> ids = Arrays.stream(items).map(Item::id).toList();
    Map<String, Object> body =
        pipeline == null
            ? Map.of("name", name, "workItemIds", ids)
            : Map.of("name", name, "workItemIds", ids, "pipelineId", pipeline);
    return rollout.manager().api().post(rollout.path("/release-packages"), body);
  }

  private String path(String id) {
    return rollout.path("/release-packages/" + id);
  }

  private JsonNode plan(String id) {
    return rollout.developer().api().get(path(id) + "/promotion-plan").expect(200).json();
  }

  private Journey promote(String id) {
    Map<String, Object> order = Map.of("digest", plan(id).path("digest").asString());
    return new Journey(
        rollout, rollout.developer().api().post(path(id) + "/promotions", order).expect(201).id());
  }

  private Answer promoteAgain(String id) {
    return rollout.developer().api().post(path(id) + "/promotions", Map.of());
  }

  private Answer goOn(String id) {
    return rollout
        .developer()
        .api()
        .post(path(id) + "/promotions", Map.of("continues", plan(id).path("continues")));
  }

  private static String verdict(JsonNode gates, String code) {
    return gates
        .valueStream()
        .filter(gate -> gate.path("code").asString().equals(code))
        .map(gate -> gate.path("verdict").asString())
        .findFirst()
        .orElseThrow();
  }
}
