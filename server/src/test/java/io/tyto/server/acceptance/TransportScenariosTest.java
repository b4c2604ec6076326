package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.abap.AbapSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Scenarios 9 to 11 with transport requests. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;

  TransportScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.ABAP);
  }

  @Test
  void releasesImportsInOneOrderedCallAndGoesToProduction() {
    Item item = rollout.story("Two requests");
    List<String> requests = List.of(request("ZCL_A", false), request("ZCL_B", true));
    requests.forEach(item::attachTransport);
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    assertThat(rollout.control().done("abap-dev", "release", requests.getFirst())).hasSize(1);
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    item.promote(rollout.developer()).expect(200);
    run.approve(rollout.other(), "PROD");
    run.rests("COMPLETED");
    for (String system : List.of("abap-qas", "abap-prd")) {
      for (int i = 0; i < requests.size(); i++) {
        List<JsonNode> imports = rollout.control().done(system, "import", requests.get(i));
        assertThat(imports).as(system).hasSize(1);
        JsonNode detail = imports.getFirst().path("detail");
        assertThat(detail.path("position").asInt()).isEqualTo(i + 1);
        assertThat(detail.path("of").asInt()).isEqualTo(2);
      }
    }
  }

  @Test
  void releasesNothingThatGrewAfterItWasApproved() {
    Rollout late = Rollout.start(tyto, Rollout.SILENT);
    late.promoteThrough(Pipelines.RELEASED_LATE);
    Item item = late.story("A request that grows");
    String request = request("ZCL_GROWS", false);
    item.attachTransport(request);
    Journey run = item.start();
    run.approve(late.manager(), "QA");
    Item other = late.story("One that grows");
    String grown = request("ZCL_GROWN", false);
    other.attachTransport(grown);
    Journey growing = other.start();
    growing.reaches("approve", "QA", "WAITING");
    dev().work(grown, "CLAS ZCL_SMUGGLED_" + rollout.project().key());
    growing.approve(late.manager(), "QA");
    assertThat(growing.rests("FAILED").toString())
        .contains("carries something else than when it was attached");
    assertThat(rollout.control().done("abap-dev", "release", grown)).isEmpty();
    run.rests("COMPLETED");
  }

  @Test
  void goesOnWithAWarningAndStopsAtAnError() {
    Item fine = rollout.story("Return code 4");
    String warned = request("ZCL_WARNED", true);
    qas().arrange(warned, 4);
    fine.attachTransport(warned);
    Journey run = fine.start();
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(run.task("deploy", "QA").toString()).contains("4");

    Item stopped = rollout.story("Return code 8");
    String broken = request("ZCL_BROKEN", true);
    qas().arrange(broken, 8);
    stopped.attachTransport(broken);
    Journey failing = stopped.start();
    failing.approve(rollout.manager(), "QA");
    JsonNode seen = failing.rests("FAILED");
    JsonNode deploy = Journey.task(seen, "deploy", "QA");
    assertThat(deploy.path("state").asString()).isEqualTo("REFUSED");
    assertThat(deploy.path("message").asString()).contains(broken).contains("8");
    assertThat(deploy.path("evidence").size()).isPositive();
    qas().arrange(broken, 0);
    failing
        .act(
            rollout.developer(),
            "deploy",
            "QA",
            "retry",
            Map.of("again", true, "reason", "The table is there now."))
        .expect(200);
    failing.rests("WAITING");
    assertThat(rollout.control().done("abap-qas", "import", broken)).hasSize(2);
  }

  @Test
  void stopsAtAPersonWhenTheAnswerOfAnImportIsLostAndImportsOnce() {
    Item item = rollout.story("Answer lost");
    String request = request("ZCL_LOST", true);
    item.attachTransport(request);
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    rollout.control().arm("abap-qas", "answer-lost", "POST /sap/bc/soap/rfc", -1, "");
    try {
      run.act(rollout.manager(), "approve", "QA", "approve").expect(200);
      run.until(
          "the import to arrive",
          any -> !rollout.control().done("abap-qas", "import", request).isEmpty());
      JsonNode seen = run.rests("FAILED");
      JsonNode deploy = Journey.task(seen, "deploy", "QA");
      assertThat(deploy.path("actions").toString()).contains("mark-done");
      assertThat(deploy.path("message").asString()).contains(request);
    } finally {
      rollout.control().disarm("abap-qas");
    }
    run.act(
            rollout.manager(),
            "deploy",
            "QA",
            "mark-done",
            Map.of("reason", "STMS shows return code 0."))
        .expect(200);
    run.rests("WAITING");
    assertThat(rollout.control().done("abap-qas", "import", request)).hasSize(1);
  }

  @Test
  void importsNothingAgainThatAnAbortedRunMayHaveImported() {
    Item item = rollout.story("Aborted in doubt");
    String request = request("ZCL_DOUBT", true);
    item.attachTransport(request);
    Journey run = losesTheAnswer(item);
    rollout
        .manager()
        .api()
        .post("/runs/" + run.run() + "/abort", Map.of("reason", "Nobody answers."))
        .expect(200);
    Journey second = item.start();
    second.approve(rollout.other(), "QA");
    JsonNode deploy = Journey.task(second.rests("FAILED"), "deploy", "QA");
    assertThat(deploy.path("state").asString()).isEqualTo("REFUSED");
    assertThat(deploy.path("message").asString()).contains(run.run(), request);
    assertThat(deploy.path("evidence").size()).isPositive();
    assertThat(rollout.control().done("abap-qas", "import", request)).hasSize(1);
    second
        .act(
            rollout.manager(),
            "deploy",
            "QA",
            "mark-done",
            Map.of("reason", "STMS shows return code 0."))
        .expect(200);
    second.rests("WAITING");
    assertThat(rollout.control().done("abap-qas", "import", request)).hasSize(1);
    String audit =
        rollout
            .project()
            .admin()
            .api()
            .get(rollout.path("/audit?action=doubt-settled"))
            .expect(200)
            .text();
    assertThat(audit).contains("STMS shows return code 0.", run.run());
  }

  private Journey losesTheAnswer(Item item) {
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    rollout.control().arm("abap-qas", "answer-lost", "POST /sap/bc/soap/rfc", -1, "");
    try {
      run.act(rollout.manager(), "approve", "QA", "approve").expect(200);
      run.rests("FAILED");
    } finally {
      rollout.control().disarm("abap-qas");
    }
    return run;
  }

  private String request(String object, boolean released) {
    String name = "CLAS " + object + "_" + rollout.project().key();
    return dev().develop("DEVELOPER1", "Request with " + object, released, name);
  }

  private AbapSystem dev() {
    return (AbapSystem) tyto.simulator().system("abap-dev");
  }

  private AbapSystem qas() {
    return (AbapSystem) tyto.simulator().system("abap-qas");
  }
}
