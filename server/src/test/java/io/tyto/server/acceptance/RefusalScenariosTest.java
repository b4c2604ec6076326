package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.abap.AbapSystem;
import io.tyto.simulator.world.FeatureStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Scenario 8: each reason not to promote has a message of its own, in the plan and at the button.
 */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;

  RefusalScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.STRAIGHT);
  }

  @Test
  void withoutAPipeline() {
    Rollout bare = Rollout.start(tyto, Rollout.SILENT);
    Item item = bare.story("No pipeline");
    item.attachFlow(bare.iFlow());
    stopped(item, bare.developer(), "no-pipeline", item.id());
  }

  @Test
  void withoutDeliverables() {
    Item item = rollout.story("Empty");
    stopped(item, rollout.developer(), "no-deliverables", item.id());
  }

  @Test
  void withoutAComponentThatTheProjectWants() {
    Item item = rollout.story("No component");
    item.attachFlow(rollout.iFlow());
    settings(Map.of("componentRequired", true));
    try {
      stopped(item, rollout.developer(), "component-missing", item.id());
      item.edit(Map.of("component", "Orders")).expect(200);
      assertThat(item.gate("component-missing").path("verdict").asString()).isEqualTo("PASS");
    } finally {
      settings(Map.of("componentRequired", false));
    }
  }

  @Test
  void withATransportThatNobodyReleases() {
    Item item = rollout.story("Not released");
    String number =
        ((AbapSystem) tyto.simulator().system("abap-dev"))
            .develop("DEVELOPER3", "Open", false, "CLAS ZCL_OPEN" + rollout.project().key());
    item.attachTransport(number);
    String pipeline =
        rollout.pipeline(
            """
            name: imports only
            stages:
              - name: QA
                tasks:
                  - build: {}
                  - deploy: { environment: @abap-qas }
            """);
    item.edit(Map.of("pipelineId", pipeline)).expect(200);
    stopped(item, rollout.developer(), "not-released", number);
  }

  @Test
  void withoutTheRightToDeployToProduction() {
    Person junior = rollout.project().member("developer");
    Item item = rollout.story("No right");
    item.attachFlow(rollout.iFlow());
    String production = rollout.estate().environment("cpi-prod").name();
    stopped(item, junior, "missing-permission", production);
    rollout.project().member("viewer").api().post(item.path("/promotions"), Map.of()).expect(403);
  }

  @Test
  void intoAnEnvironmentThatIsPlanOnly() {
    Rollout careful = Rollout.start(tyto, Rollout.SILENT);
    careful.promoteThrough(Pipelines.STRAIGHT);
    Estate.Registered production = careful.estate().environment("cpi-prod");
    int version = tyto.admin().get("/environments/" + production.id()).version();
    tyto.admin()
        .patch("/environments/" + production.id(), version, Map.of("mode", "PLAN_ONLY"))
        .expect(200);
    Item item = careful.story("Plan only");
    item.attachFlow(careful.iFlow());
    stopped(item, careful.developer(), "environment-plan-only", production.name());
  }

  @Test
  void togetherWithWorkOfAnotherItem() {
    String flow = rollout.iFlow();
    Item one = rollout.story("Shares");
    Item two = rollout.story("Shares as well");
    one.attachFlow(flow);
    two.attachFlow(flow);
    stopped(one, rollout.developer(), "carries-along", two.id());
  }

  @Test
  void whatIsGoneInCloudAlm() {
    Item item = rollout.story("Gone");
    item.attachFlow(rollout.iFlow());
    tyto.simulator().alm().edits().deleteTask(item.uuid());
    rollout.sync("FULL");
    assertThat(item.row().path("gone").asBoolean()).isTrue();
    stopped(item, rollout.developer(), "gone", item.id());
    Answer listed = rollout.developer().api().get(rollout.path("/work-items?gone=false&limit=500"));
    assertThat(listed.items("id")).doesNotContain(item.id());
  }

  @Test
  void inTheWrongStatusInCloudAlm() {
    Item item = rollout.feature("Status", FeatureStatus.CREATED);
    item.attachFlow(rollout.iFlow());
    stopped(item, rollout.developer(), "alm-status", "In Specification");
    rollout.statusInAlm(item.uuid(), FeatureStatus.IN_TESTING);
    stopped(item, rollout.developer(), "alm-status", "Ready for Production");
    rollout.statusInAlm(item.uuid(), FeatureStatus.CONFIRMED);
    stopped(item, rollout.developer(), "alm-status", "follow-up");
    rollout.statusInAlm(item.uuid(), FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    assertThat(item.gate("alm-status").path("verdict").asString()).isEqualTo("PASS");
  }

  @Test
  void withAnOutdatedCandidate() {
    Item item = rollout.story("Outdated");
    item.attachFlow(rollout.iFlow());
    Answer refused =
        item.promote(rollout.developer(), Map.of("candidate", 7))
            .refused(409, "candidate-outdated");
    assertThat(refused.get("detail")).contains("7");
  }

  @Test
  void whenWhatWasLookedAtHasChangedUnderTheSameNumber() {
    Item item = rollout.story("Changed since");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    Answer seen = item.plan();
    rollout.develop(flow, "1.0.1");
    item.attachFlow(flow);
    int candidate = seen.json().path("candidate").asInt();
    Map<String, Object> order = Map.of("candidate", candidate, "digest", seen.get("digest"));
    Answer refused = item.promote(rollout.developer(), order).refused(409, "candidate-outdated");
    assertThat(refused.get("detail")).contains(item.id()).contains("Look at its plan");
    Answer now = item.plan();
    assertThat(now.json().path("candidate").asInt()).isEqualTo(candidate);
    Map<String, Object> again = Map.of("candidate", candidate, "digest", now.get("digest"));
    item.promote(rollout.developer(), again).expect(201);
  }

  @Test
  void whatNoTaskDeploys() {
    Item item = rollout.story("Not covered");
    item.attachFlow(rollout.iFlow());
    item.attachTransport("DEVK900129");
    stopped(item, rollout.developer(), "not-covered", "DEVK900129");
  }

  /** The plan says STOP with that text, and the button is refused with the same code. */
  private static void stopped(Item item, Person person, String code, String text) {
    Answer plan = item.plan(person).expect(200);
    List<String> stops =
        plan.json()
            .path("gates")
            .valueStream()
            .filter(gate -> gate.path("verdict").asString().equals("STOP"))
            .map(RefusalScenariosTest::line)
            .toList();
    assertThat(stops)
        .as(plan.text())
        .anyMatch(line -> line.startsWith(code + ": ") && line.contains(text));
    Answer refused =
        item.promote(person, Map.of("candidate", plan.json().path("candidate").asInt()));
    refused.refused(409, code);
    assertThat(refused.get("detail")).contains(text);
  }

  private static String line(JsonNode gate) {
    return gate.path("code").asString()
        + ": "
        + gate.path("message").asString()
        + " "
        + gate.path("cure").asString();
  }

  private void settings(Map<String, Object> settings) {
    int version = rollout.project().admin().api().get(rollout.path("")).version();
    rollout
        .project()
        .admin()
        .api()
        .patch(rollout.path(""), version, Map.of("settings", settings))
        .expect(200);
  }
}
