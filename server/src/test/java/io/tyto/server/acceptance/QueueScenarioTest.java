package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One deployment at a system at a time: everybody sees who goes and who waits. */
@TytoTest
class QueueScenarioTest {
  private final Tyto tyto;

  QueueScenarioTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void showsWhoDeploysAndWhoWaitsBehind() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    Item first = rollout.story("Goes first");
    Item second = rollout.story("Goes behind");
    first.attachFlow(rollout.iFlow());
    second.attachFlow(rollout.iFlow());
    rollout.control().arm("cpi-qa", "slow-deploy", "", 1, "PT4S");
    Journey ahead = first.start();
    Journey behind = second.start();
    ahead.reaches("approve", "QA", "WAITING");
    behind.reaches("approve", "QA", "WAITING");
    ahead.approve(rollout.manager(), "QA");
    ahead.reaches("deploy", "QA", "RUNNING");
    behind.approve(rollout.manager(), "QA");
    behind.reaches("deploy", "QA", "WAITING");

    String path = "/environments/" + rollout.estate().environment("cpi-qa").id() + "/queue";
    Answer seen = rollout.developer().api().get(path).expect(200);
    assertThat(seen.items("state")).containsExactly("DEPLOYING", "QUEUED");
    assertThat(seen.items("workItemId")).containsExactly(first.id(), second.id());
    tyto.person().api().get(path).expect(404);

    ahead.rests("WAITING");
    behind.rests("WAITING");
    JsonNode empty = rollout.developer().api().get(path).expect(200).json();
    assertThat(empty.path("items").isEmpty()).isTrue();
  }

  @Test
  void letsADeploymentThatSomebodyBeganInTheTenantGoFirst() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    Item item = rollout.story("After others");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    rollout.place("cpi-qa", flow, "0.9.0");
    rollout.control().deployByHand("cpi-qa", flow, "PT8S");
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    run.approve(rollout.manager(), "QA");
    run.until(
        "shows what is under way",
        seen -> run.task("deploy", "QA").path("message").asString().contains("being started"));
    String path = "/environments/" + rollout.estate().environment("cpi-qa").id() + "/queue";
    JsonNode first = rollout.developer().api().get(path).expect(200).json().at("/items/0");
    assertThat(first.path("state").asString()).isEqualTo("OTHERS_FIRST");
    assertThat(first.path("note").asString()).contains("deployed by anna.berger@example.com");
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).isEmpty();

    run.rests("WAITING");
    assertThat(run.task("deploy", "QA").path("state").asString()).isEqualTo("DONE");
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).hasSize(1);
  }
}
