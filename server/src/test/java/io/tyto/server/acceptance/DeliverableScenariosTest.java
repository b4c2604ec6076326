package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.abap.AbapSystem;
import io.tyto.simulator.world.FeatureStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Scenario 7. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliverableScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;

  DeliverableScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
  }

  @Test
  void attachesRequestsIFlowArchiveAndLinkInTheirOrder() {
    Item item = rollout.story("Everything at once");
    String open = request("ZCL_OPEN", false);
    String released = request("ZCL_DONE", true);
    Answer modifiable = item.attachTransport(open);
    assertThat(modifiable.get("facts", "status")).isNotEmpty();
    assertThat(modifiable.get("author")).isEqualTo("DEVELOPER2");
    assertThat(modifiable.get("objects", 0)).contains("ZCL_OPEN");
    Answer done = item.attachTransport(released);
    assertThat(done.get("facts", "status")).isNotEqualTo(modifiable.get("facts", "status"));
    String flow = rollout.iFlow();
    Answer artifact = item.attachFlow(flow);
    assertThat(artifact.get("version")).isEqualTo("1.0.0");
    assertThat(artifact.get("digest")).isNotEmpty();
    Answer archive = uploadShop(item);
    assertThat(archive.get("externalId")).isEqualTo("com.example.shop");
    assertThat(archive.get("version")).isEqualTo("2.1.0");
    Answer link =
        item.attach(
                Map.of("kind", "link", "name", "Test protocol", "url", "https://example.com/p/1"))
            .expect(201);
    Answer all = rollout.developer().api().get(item.path("/deliverables")).expect(200);
    List<String> ids = List.of(modifiable.id(), done.id(), artifact.id(), archive.id(), link.id());
    assertThat(all.items("id")).isEqualTo(ids);
    assertThat(item.attachFlowAgain(flow).expect(200).id()).isEqualTo(artifact.id());
    Answer turned =
        rollout
            .developer()
            .api()
            .put(item.path("/deliverables/order"), Map.of("ids", ids.reversed()))
            .expect(200);
    assertThat(turned.items("id")).isEqualTo(ids.reversed());
  }

  @Test
  void includesWhatItsStoriesCarryInAFeature() {
    rollout.promoteThrough(Pipelines.STRAIGHT);
    Item feature = rollout.feature("As a whole", FeatureStatus.APPROVED_FOR_DEPLOYMENT);
    Item story = rollout.story("A part of it", feature);
    String flow = rollout.iFlow();
    String id = story.attachFlow(flow).id();
    Answer offered = rollout.developer().api().get(feature.path("/deliverables/of-stories"));
    assertThat(offered.expect(200).items("id")).containsExactly(id);
    Answer all = include(feature, id).expect(200);
    assertThat(all.items("externalId")).containsExactly(flow);
    assertThat(all.items("digest")).isEqualTo(offered.items("digest"));
    include(feature, id).refused(404, "not-found");
    assertThat(feature.gate("carries-along").path("verdict").asString()).isEqualTo("PASS");
    assertThat(story.gate("carries-along").path("verdict").asString()).isEqualTo("STOP");
  }

  private Answer include(Item feature, String id) {
    return rollout
        .developer()
        .api()
        .post(feature.path("/deliverables/of-stories"), Map.of("ids", List.of(id)));
  }

  private Answer uploadShop(Item item) {
    return rollout
        .developer()
        .api()
        .upload(
            item.path("/deliverables"),
            Map.of("kind", "mta"),
            "shop.mtar",
            Archives.mta("com.example.shop", "2.1.0"))
        .expect(201);
  }

  @Test
  void resolvesATaskToItsRequest() {
    Item item = rollout.story("A task");
    String number = request("ZCL_TASK", false);
    String task = "DEVK" + (Integer.parseInt(number.substring(4)) + 1);
    assertThat(item.attachTransport(task).get("externalId")).isEqualTo(number);
  }

  @Test
  void takesADraftOnlyOnceItIsSavedAsAVersion() {
    Item item = rollout.story("A draft");
    Answer draft = item.attachFlowAgain("CreditCheck").refused(400, "artifact-unusable");
    assertThat(draft.get("detail")).contains("save it as a version");
    assertThat(draft.get("reason")).isEqualTo("draft");
    Map<String, Object> wish =
        Map.of(
            "kind", "cpi-artifact",
            "environmentId", rollout.estate().environment("cpi-dev").id(),
            "externalId", "CreditCheck",
            "version", "7.0.1");
    String path = item.path("/deliverables/saved-versions");
    Answer saved = rollout.developer().api().post(path, wish).expect(201);
    assertThat(saved.get("version")).isEqualTo("7.0.1");
    assertThat(saved.get("digest")).isNotEmpty();
    Answer audit = tyto.admin().get("/audit?subject=work-item/" + item.id()).expect(200);
    assertThat(audit.items("action"))
        .contains("draft-save-asked", "draft-saved", "deliverable-attached");
  }

  @Test
  void takesNothingThatIsNotThere() {
    Item item = rollout.story("Nothing there");
    item.attachFlowAgain("NoSuchFlow").refused(400, "artifact-unusable");
    item.attach(Map.of("kind", "link", "url", "javascript:alert(1)")).expect(400);
    item.attach(Map.of("kind", "teapot")).refused(400, "unknown-kind");
    assertThat(rollout.developer().api().get(item.path("/deliverables")).items("id")).isEmpty();
  }

  @Test
  void releasesARequestFromItsRowAsTheProjectLetsOne() {
    Item item = rollout.story("Released by hand");
    String number = request("ZCL_HAND", false);
    String id = item.attachTransport(number).get("id");
    String path = item.path("/deliverables/" + id + "/release");
    rollout.lets("pipeline");
    rollout.developer().api().post(path, Map.of()).refused(403, "not-yours-to-release");
    rollout.lets("release-manager");
    rollout.developer().api().post(path, Map.of()).refused(403, "not-yours-to-release");
    rollout.lets("developer");
    Answer released = rollout.developer().api().post(path, Map.of()).expect(200);
    assertThat(released.get("facts", "statusText")).isEqualTo("Released");
    assertThat(rollout.control().done("abap-dev", "release", number)).hasSize(1);
  }

  @Test
  void showsACollisionInBothItems() {
    String flow = rollout.iFlow();
    Item one = rollout.story("First to change it");
    one.attachFlow(flow);
    rollout.develop(flow, "1.0.1");
    Item two = rollout.story("Second to change it");
    two.attachFlow(flow);
    for (List<Item> pair : List.of(List.of(one, two), List.of(two, one))) {
      Answer collisions =
          rollout.developer().api().get(pair.getFirst().path("/collisions")).expect(200);
      assertThat(collisions.items("workItemId")).containsExactly(pair.getLast().id());
      assertThat(collisions.items("message").getFirst()).contains(pair.getLast().id());
    }
  }

  @Test
  void takesNoHostileArchive() {
    Item item = rollout.story("Hostile");
    Map<String, byte[]> archives =
        Map.of(
            "climbing", Archives.zip(Map.of("../../etc/passwd", Archives.bytes("x"))),
            "bomb", Archives.bomb(300),
            "none", Archives.bytes("this is no zip"),
            "no descriptor", Archives.zip(Map.of("a.txt", Archives.bytes("x"))),
            "broken descriptor",
                Archives.zip(Map.of("META-INF/mtad.yaml", Archives.bytes("ID: [\n"))));
    archives.forEach((name, content) -> {
      Answer refused =
          rollout
              .developer()
              .api()
              .upload(item.path("/deliverables"), Map.of("kind", "mta"), "a.mtar", content);
      refused.refused(400, "file-refused");
      assertThat(refused.get("errors", 0, "field")).as(name).isEqualTo("file");
    });
    assertThat(rollout.developer().api().get(item.path("/deliverables")).items("id")).isEmpty();
  }

  private String request(String object, boolean released) {
    return ((AbapSystem) tyto.simulator().system("abap-dev"))
        .develop(
            "DEVELOPER2", "With " + object, released, "CLAS " + object + rollout.project().key());
  }
}
