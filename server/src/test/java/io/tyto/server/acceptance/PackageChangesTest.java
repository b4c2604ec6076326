package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Release packages after they were made: changed, put away and fetched back, looked at. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageChangesTest {
  private final Tyto tyto;
  private Rollout rollout;

  PackageChangesTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
  }

  @Test
  void takesMoreItemsAndAnotherPipelineWhichTheNextRunHas() {
    Item one = carrying("One");
    Item two = carrying("Two");
    Item more = carrying("Comes later");
    Answer made = pack("Grows", one, two).expect(201);
    Journey first = promote(made.id());
    first.reaches("approve", "QA", "WAITING");

    String straight = rollout.pipeline(Pipelines.STRAIGHT);
    List<String> three = List.of(one.id(), two.id(), more.id());
    Answer changed =
        change(made.id(), 1, Map.of("workItemIds", three, "pipelineId", straight)).expect(200);
    assertThat(changed.json().path("workItemIds").valueStream().map(JsonNode::asString))
        .isEqualTo(three);
    change(made.id(), 1, Map.of("workItemIds", List.of(one.id(), two.id()))).expect(412);
    change(made.id(), 2, Map.of("workItemIds", List.of(one.id(), "BHA-999"))).expect(400);

    Journey next = promote(made.id());
    assertThat(first.look().path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(next.look().at("/pipeline/id").asString()).isEqualTo(straight);
    assertThat(next.look().path("items").findValuesAsString("workItemId")).isEqualTo(three);
    next.rests("COMPLETED");
  }

  @Test
  void comesBackFromTheArchiveAndIsPromoted() {
    Answer made = pack("Put away", carrying("Put away 1"), carrying("Put away 2")).expect(201);
    change(made.id(), 1, Map.of("archived", true)).expect(200);
    assertThat(listed("").items("name")).doesNotContain("Put away");
    assertThat(listed("?archived=true").items("name")).contains("Put away");
    change(made.id(), 2, Map.of("archived", false)).expect(200);
    assertThat(listed("").items("name")).contains("Put away");
    Journey run = promote(made.id());
    run.reaches("approve", "QA", "WAITING");
    run.abort(rollout.manager(), "Seen enough").expect(200);
  }

  @Test
  void showsTheOpenGatesOfEachItemThatAPackageCarries() {
    Item held = carrying("Held");
    Item free = carrying("Free");
    Item before = carrying("Has to come first");
    String release = release(held, free);
    Answer made = pack("With gates", held, free).expect(201);
    Journey run = promote(made.id());
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(overview(release, held).path("readiness").asString()).isEqualTo("READY");
    rollout.developer().api().put(held.path("/dependencies/" + before.id()), null).expect(200);

    JsonNode seen = overview(release, held);
    assertThat(seen.path("releasePackage").asString()).isEqualTo("With gates");
    assertThat(gates(seen)).contains("predecessor STOP");
    assertThat(seen.path("openGates").toString()).contains(before.id());
    assertThat(seen.path("readiness").asString()).isEqualTo("BLOCKED");
    assertThat(seen.path("continues").isNull()).isTrue();
    JsonNode other = overview(release, free);
    assertThat(gates(other)).doesNotContain("predecessor STOP");
    assertThat(other.path("readiness").asString()).isEqualTo("READY");
    run.abort(rollout.manager(), "Seen enough").expect(200);
  }

  private static List<String> gates(JsonNode item) {
    return item.path("openGates")
        .valueStream()
        .map(gate -> gate.path("code").asString() + " " + gate.path("verdict").asString())
        .toList();
  }

  private JsonNode overview(String release, Item item) {
    return rollout
        .developer()
        .api()
        .get(release + "/overview")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("workItemId").asString().equals(item.id()))
        .findFirst()
        .orElseThrow();
  }

  private String release(Item... items) {
    Map<String, String> wish = Map.of("name", "With a package");
    String id =
        rollout.manager().api().post(rollout.path("/release-versions"), wish).expect(201).id();
    String path = rollout.path("/release-versions/" + id);
    List<String> ids = Arrays.stream(items).map(Item::id).toList();
    rollout.developer().api().post(path + "/work-items", Map.of("ids", ids)).expect(200);
    return path;
  }

  private Item carrying(String title) {
    Item item = rollout.story(title);
    item.attachFlow(rollout.iFlow());
    return item;
  }

  private Answer pack(String name, Item... items) {
    List<String> ids = Arrays.stream(items).map(Item::id).toList();
    Map<String, Object> body = Map.of("name", name, "workItemIds", ids);
    return rollout.manager().api().post(rollout.path("/release-packages"), body);
  }

  private Answer change(String id, int version, Map<String, ?> body) {
    return rollout.manager().api().patch(path(id), version, body);
  }

  private Answer listed(String query) {
    return rollout.developer().api().get(rollout.path("/release-packages" + query)).expect(200);
  }

  private String path(String id) {
    return rollout.path("/release-packages/" + id);
  }

  private Journey promote(String id) {
    JsonNode plan = rollout.developer().api().get(path(id) + "/promotion-plan").expect(200).json();
    Map<String, Object> order = Map.of("digest", plan.path("digest").asString());
    return new Journey(
        rollout, rollout.developer().api().post(path(id) + "/promotions", order).expect(201).id());
  }
}
