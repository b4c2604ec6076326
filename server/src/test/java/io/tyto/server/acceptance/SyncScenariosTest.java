package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.world.DemoWorld;
import io.tyto.simulator.world.FeatureStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scenarios 3 to 6. */
@TytoTest
class SyncScenariosTest {
  private final Tyto tyto;

  SyncScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @AfterEach
  void mendsCloudAlm() {
    tyto.simulator().desk("alm").faults().clear();
    tyto.simulator().desk("alm").switches().set("task-page-cap", "0");
  }

  @Test
  void listsExternalProjectsAndRefusesASecondIntegrationOfTheSameName() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    String path = rollout.path("/alm-integrations");
    Map<String, Object> place =
        Map.of(
            "externalSystem", "sap-cloud-alm",
            "credentialId", rollout.estate().almCredential(),
            "hostUrl", tyto.simulator().url("alm"));
    Answer projects =
        rollout.project().admin().api().post(path + "/external-projects", place).expect(200);
    assertThat(projects.items("name"))
        .contains(DemoWorld.PROJECT, DemoWorld.SECOND)
        .doesNotContain(DemoWorld.PRIVATE);
    Answer duplicate =
        rollout
            .project()
            .admin()
            .api()
            .post(
                path,
                Map.of(
                    "name", "cloud alm",
                    "externalSystem", "sap-cloud-alm",
                    "credentialId", rollout.estate().almCredential(),
                    "hostUrl", tyto.simulator().url("alm"),
                    "externalProjectId", demo().toString()));
    assertThat(duplicate.status()).as(duplicate.text()).isIn(400, 409);
    assertThat(duplicate.get("errors", 0, "field")).isEqualTo("name");
    assertThat(duplicate.get("errors", 0, "message")).isNotEmpty();
  }

  @Test
  void bringsFeaturesAndStoriesOnceAndChangesNothingTheSecondTime() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    relink(rollout, demo());
    JsonNode first = rollout.sync("FULL").path("counts");
    JsonNode truth = truth(DemoWorld.PROJECT);
    assertThat(first.path("created").asInt()).isEqualTo(items(truth));
    assertThat(list(rollout, "type=FEATURE&count=true").json().path("total").asInt()).isEqualTo(43);
    String before = list(rollout, "limit=500").text();
    for (String mode : List.of("FULL", "CHANGES")) {
      JsonNode again = rollout.sync(mode).path("counts");
      assertThat(again.path("created").asInt() + again.path("updated").asInt()).isZero();
      assertThat(again.path("gone").asInt()).isZero();
      if (mode.equals("FULL")) {
        assertThat(again.path("unchanged").asInt()).isEqualTo(items(truth));
      }
    }
    assertThat(list(rollout, "limit=500").text()).isEqualTo(before);
    assertThat(rollout.developer().api().get(rollout.path("/syncs")).items("state"))
        .containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
  }

  @Test
  void bringsAHundredThousand() {
    for (int stories : new int[] {4_900, 98_000}) {
      Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
      String name = "Generated " + stories;
      JsonNode project =
          rollout
              .control()
              .post(
                  "/control/alm/generate",
                  Map.of("features", stories / 49, "stories", stories, "project", name));
      relink(rollout, UUID.fromString(project.path("projectId").asString()));
      JsonNode counts = rollout.sync("FULL").path("counts");
      assertThat(counts.path("created").asInt()).isEqualTo(items(truth(name)));
      assertThat(list(rollout, "count=true&limit=1").json().path("total").asInt())
          .isEqualTo(items(truth(name)));
    }
  }

  @Test
  void movesAStoryInTheTreeWhenItMovesInCloudAlm() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    Item from = rollout.feature("From here", FeatureStatus.IN_REALIZATION);
    Item to = rollout.feature("To there", FeatureStatus.IN_REALIZATION);
    Item story = rollout.story("A story on its way");
    tyto.simulator().alm().edits().move(story.uuid(), List.of(from.uuid()));
    rollout.sync("CHANGES");
    assertThat(list(rollout, "parent=" + from.id()).items("id")).containsExactly(story.id());
    tyto.simulator().alm().edits().move(story.uuid(), List.of(to.uuid()));
    JsonNode counts = rollout.sync("CHANGES").path("counts");
    assertThat(counts.path("updated").asInt()).isEqualTo(1);
    assertThat(list(rollout, "parent=" + from.id()).items("id")).isEmpty();
    assertThat(list(rollout, "parent=" + to.id()).items("id")).containsExactly(story.id());
    assertThat(story.row().path("parentIds").path(0).asString()).isEqualTo(to.id());
  }

  @Test
  void leavesNoHalfWrittenTreeWhenTheNetworkIsCut() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    relink(rollout, demo());
    tyto.simulator().desk("alm").switches().set("task-page-cap", "60");
    rollout.control().arm("alm", "unreachable", "GET /api/calm-tasks.*offset=[1-9]", -1, "");
    JsonNode cut = rollout.syncOnce("FULL");
    assertThat(cut.path("state").asString()).isEqualTo("FAILED");
    assertThat(cut.path("fault").toString()).isNotEqualTo("null").isNotEmpty();
    assertThat(list(rollout, "count=true").json().path("total").asInt()).isZero();
    rollout.control().disarm("alm");
    JsonNode retried = rollout.sync("FULL");
    assertThat(retried.path("counts").path("created").asInt())
        .isEqualTo(items(truth(DemoWorld.PROJECT)));
    assertThat(rollout.developer().api().get(rollout.path("/syncs")).items("state"))
        .containsExactly("COMPLETED", "FAILED");
  }

  private Answer list(Rollout rollout, String query) {
    return rollout.developer().api().get(rollout.path("/work-items?" + query)).expect(200);
  }

  private UUID demo() {
    return tyto.simulator().alm().world().projectNamed(DemoWorld.PROJECT).orElseThrow().id();
  }

  /** Points the integration, which has brought nothing yet, to another project. */
  private static void relink(Rollout rollout, UUID project) {
    String path = rollout.path("/alm-integrations/" + rollout.integration());
    int version = rollout.project().admin().api().get(path).expect(200).version();
    rollout
        .project()
        .admin()
        .api()
        .patch(path, version, Map.of("externalProjectId", project.toString()))
        .expect(200);
  }

  private JsonNode truth(String project) {
    return Control.of(tyto)
        .get("/control/alm/truth?items=false&project=" + project.replace(" ", "%20"));
  }

  private static int items(JsonNode truth) {
    return truth.path("features").asInt() + truth.path("stories").asInt();
  }
}
