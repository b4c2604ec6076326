package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.world.FeatureStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scenario 13. */
@TytoTest
class WriteBackScenariosTest {
  private static final Map<String, Boolean> ALL =
      Map.of("references", true, "comments", true, "status", true);
  private static final String PIPELINE =
      """
      name: told
      stages:
        - name: QA
          tasks:
            - build: {}
            - deploy: { environment: @cpi-qa }
        - name: PROD
          tasks:
            - deploy: { environment: @cpi-prod }
            - alm-status: { feature: Deployed, userStory: Done }
      """;

  private final Tyto tyto;

  WriteBackScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void tellsCloudAlmOnceAndNeverWritesOverATitle() {
    Rollout rollout = Rollout.start(tyto, ALL);
    rollout.promoteThrough(PIPELINE);
    Item feature = rollout.feature("Told feature", FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    Item story = rollout.story("Told story");
    promoted(feature);
    promoted(story);
    settled(rollout);
    List<JsonNode> references = rollout.control().done("alm", "reference", uuid(feature));
    assertThat(references).hasSize(1);
    assertThat(references.toString()).contains("tyto:" + feature.id());
    JsonNode patched =
        Patience.until(
            "the status in Cloud ALM",
            () -> feature.row(),
            row -> almStatus(feature.uuid()) == FeatureStatus.CONFIRMED);
    assertThat(patched.path("title").asString()).isEqualTo("Told feature");
    assertThat(rollout.control().done("alm", "comment", uuid(story)))
        .as("comments of the story")
        .isNotEmpty();
    for (Item item : List.of(feature, story)) {
      for (String action : List.of("patch-feature", "patch-task")) {
        for (JsonNode patch : rollout.control().done("alm", action, uuid(item))) {
          assertThat(patch.path("detail").path("body").toString())
              .doesNotContain("title", "description");
        }
      }
    }
    rollout.sync("FULL");
    assertThat(feature.row().path("status").path("label").asString()).isEqualTo("Deployed");
  }

  @Test
  void tellsNothingWhenItIsSwitchedOff() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(PIPELINE);
    Item feature = rollout.feature("Silent feature", FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    Item story = rollout.story("Silent story");
    promoted(feature);
    promoted(story);
    settled(rollout);
    for (Item item : List.of(feature, story)) {
      JsonNode ledger = rollout.control().get("/control/systems/alm/ledger").path("items");
      assertThat(ledger.valueStream().map(JsonNode::toString))
          .noneMatch(entry -> entry.contains(uuid(item)));
    }
    assertThat(almStatus(feature.uuid())).isEqualTo(FeatureStatus.APPROVED_FOR_DEPLOYMENT);
  }

  @Test
  void finishesARunAlthoughCloudAlmRefusesTheStatus() {
    Rollout rollout = Rollout.start(tyto, ALL);
    rollout.promoteThrough(PIPELINE.replace("Deployed", "In Specification"));
    Item feature = rollout.feature("Refused status", FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    Journey run = promoted(feature);
    assertThat(run.task("alm-status", "PROD").path("message").asString()).contains("Warning");
  }

  private static Journey promoted(Item item) {
    item.attachFlow(item.rollout().iFlow());
    Journey run = item.start();
    run.rests("COMPLETED");
    return run;
  }

  private void settled(Rollout rollout) {
    String path = rollout.path("/alm-integrations/" + rollout.integration() + "/write-backs");
    Patience.until(
        "everything to be told",
        () -> rollout.project().admin().api().get(path).expect(200),
        all -> !all.items("state").contains("WAITING"));
  }

  private FeatureStatus almStatus(UUID feature) {
    return tyto.simulator().alm().world().features().find(feature).orElseThrow().status();
  }

  private static String uuid(Item item) {
    return item.uuid().toString();
  }
}
