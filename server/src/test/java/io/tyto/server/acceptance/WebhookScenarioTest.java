package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.world.FeatureStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scenario 12. */
@TytoTest
class WebhookScenarioTest {
  private final Tyto tyto;

  WebhookScenarioTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void promotesOnceWhenTheSameWebhookIsDeliveredThreeTimes() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    automatic(rollout, true);
    Item item = featureInImplementation(rollout);
    rollout.statusInAlm(item.uuid(), FeatureStatus.IN_TESTING);
    deliverThreeTimes(rollout, item);
    Answer runs =
        Patience.until("the run", () -> runs(item), found -> found.items("id").size() > 0);
    Journey run = new Journey(rollout, runs.get("items", 0, "id"));
    run.reaches("approve", "QA", "WAITING");
    rollout.sync("FULL");
    assertThat(runs(item).items("id")).containsExactly(run.run());
    assertThat(run.look().path("startedBy").asString()).isEqualTo("Tyto");
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    rollout.statusInAlm(item.uuid(), FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    item.promote(rollout.developer()).expect(200);
    run.approve(rollout.other(), "PROD");
    run.rests("COMPLETED");
  }

  @Test
  void doesNotPromoteByItselfWhenItIsOffOrLeadsToProduction() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.STRAIGHT);
    Item quiet = featureInImplementation(rollout);
    rollout.statusInAlm(quiet.uuid(), FeatureStatus.IN_TESTING);
    rollout.sync("CHANGES");
    automatic(rollout, true);
    Item item = featureInImplementation(rollout);
    rollout.statusInAlm(item.uuid(), FeatureStatus.IN_TESTING);
    rollout.sync("CHANGES");
    String trail = "/audit?project=" + rollout.project().key() + "&limit=500";
    Patience.until(
        "the refusal in the audit trail",
        () -> tyto.admin().get(trail).expect(200).text(),
        text -> text.contains("automatic-promotion-refused"));
    assertThat(runs(item).items("id")).isEmpty();
    assertThat(runs(quiet).items("id")).isEmpty();
  }

  private static Item featureInImplementation(Rollout rollout) {
    Item item = rollout.feature("Automatic", FeatureStatus.IN_REALIZATION);
    item.attachFlow(rollout.iFlow());
    return item;
  }

  private static Answer runs(Item item) {
    return item.rollout().developer().api().get("/runs?workItem=" + item.id()).expect(200);
  }

  private void deliverThreeTimes(Rollout rollout, Item item) {
    String integration = rollout.path("/alm-integrations/" + rollout.integration());
    String token =
        rollout
            .project()
            .admin()
            .api()
            .post(integration + "/hook-token", null)
            .expect(200)
            .get("hookToken");
    Map<String, Object> event =
        Map.of(
            "subscriptionId", "one",
            "resourceType", "FEATURE",
            "eventType", "FEATURE.UPDATED",
            "resourceId", item.uuid().toString(),
            "resource", Map.of("projectId", rollout.almProject().toString()));
    for (int i = 0; i < 3; i++) {
      tyto.anonymous()
          .send(
              "POST",
              "//hooks/alm/" + rollout.integration(),
              event,
              request -> request.setHeader("Authorization", "Bearer " + token))
          .expect(202);
    }
  }

  private static void automatic(Rollout rollout, boolean on) {
    int version = rollout.project().admin().api().get(rollout.path("")).version();
    rollout
        .project()
        .admin()
        .api()
        .patch(rollout.path(""), version, Map.of("settings", Map.of("automaticPromotion", on)))
        .expect(200);
  }
}
