package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Release versions and dependencies between work items. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;
  private Api manager;

  ReleaseScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.STRAIGHT);
    manager = rollout.manager().api();
  }

  @Test
  void plansAGoLiveAndCountsItsItems() {
    Item first = rollout.story("First of the release");
    Item second = rollout.story("Second of the release");
    String id = release("December", "2026-12-12").expect(201).id();
    release("DECEMBER", "2026-12-13").refused(409, "name-taken");
    add(id, first, second).expect(200);
    JsonNode counts = version(id).json().path("counts");
    assertThat(counts.path("items").asInt()).isEqualTo(2);
    assertThat(counts.path("notStarted").asInt()).isEqualTo(2);
    assertThat(first.row().path("releaseVersionId").asString()).isEqualTo(id);
    assertThat(first.row().path("releaseVersion").asString()).isEqualTo("December");
    descope(id, second, " ").refused(400, "reason-required");
    descope(id, second, "Not tested in time").expect(200);
    assertThat(second.row().path("releaseVersionId").isNull()).isTrue();
    assertThat(version(id).json().path("counts").path("items").asInt()).isEqualTo(1);
    assertThat(audit("work-item/" + second.id())).contains("Not tested in time");
  }

  @Test
  void takesNoItemsOnceItIsReleasedAndNoUnknownOnes() {
    Item item = rollout.story("Too late");
    Answer made = release("November", "2026-11-30").expect(201);
    item.edit(Map.of("releaseVersionId", "nowhere")).expect(400);
    item.edit(Map.of("releaseVersionId", made.id())).expect(200);
    item.edit(Map.of("releaseVersionId", "")).expect(200);
    String path = rollout.path("/release-versions/" + made.id());
    manager.patch(path, made.version(), Map.of("state", "RELEASED")).expect(200);
    add(made.id(), item).refused(409, "release-closed");
    item.edit(Map.of("releaseVersionId", made.id())).refused(409, "release-closed");
    manager.patch(path, made.version(), Map.of("goLive", "2026-12-01")).expect(412);
    manager.patch(path, 2, Map.of("goLive", "tomorrow")).expect(400);
    assertThat(manager.patch(path, 2, Map.of("archived", true)).expect(200).get("archived"))
        .isEqualTo("true");
    assertThat(manager.get(rollout.path("/release-versions")).items("name"))
        .doesNotContain("November");
    assertThat(manager.get(rollout.path("/release-versions?archived=true")).items("name"))
        .contains("November");
    rollout
        .developer()
        .api()
        .post(rollout.path("/release-versions"), Map.of("name", "x"))
        .expect(403);
  }

  @Test
  void stopsUntilThePredecessorIsInTheTarget() {
    Item first = rollout.story("Interface");
    Item second = rollout.story("Its caller");
    first.attachFlow(rollout.iFlow());
    second.attachFlow(rollout.iFlow());
    depend(second, first).expect(200);
    JsonNode gate = second.gate("predecessor");
    assertThat(gate.path("verdict").asString()).isEqualTo("STOP");
    assertThat(gate.path("message").asString())
        .contains(first.id(), rollout.estate().environment("cpi-qa").name());
    assertThat(gate.path("cure").asString()).startsWith("Promote that first");
    second.promote(rollout.developer(), Map.of()).refused(409, "predecessor");
    first.start().rests("COMPLETED");
    assertThat(second.gate("predecessor").path("verdict").asString()).isEqualTo("PASS");
    second.start().rests("COMPLETED");
  }

  @Test
  void refusesCyclesWithTheWayRound() {
    Item one = rollout.story("One");
    Item two = rollout.story("Two");
    Item three = rollout.story("Three");
    depend(two, one).expect(200);
    depend(two, one).expect(200);
    depend(three, two).expect(200);
    assertThat(depend(one, three).refused(409, "dependency-cycle").text())
        .contains(
            "%s after %s after %s after %s".formatted(one.id(), three.id(), two.id(), one.id()));
    depend(one, one).refused(409, "dependency-cycle");
    JsonNode middle = rollout.developer().api().get(two.path("/dependencies")).json();
    assertThat(middle.at("/predecessors/0/id").asString()).isEqualTo(one.id());
    assertThat(middle.at("/successors/0/id").asString()).isEqualTo(three.id());
    rollout.developer().api().delete(two.path("/dependencies/" + one.id())).expect(200);
    depend(one, three).expect(200);
  }

  private Answer release(String name, String day) {
    return manager.post(rollout.path("/release-versions"), Map.of("name", name, "goLive", day));
  }

  private Answer version(String id) {
    return manager.get(rollout.path("/release-versions/" + id)).expect(200);
  }

  private Answer add(String id, Item... items) {
    List<String> ids = Arrays.stream(items).map(Item::id).toList();
    return rollout
        .developer()
        .api()
        .post(rollout.path("/release-versions/" + id + "/work-items"), Map.of("ids", ids));
  }

  private Answer descope(String id, Item item, String reason) {
    return manager.post(
        rollout.path("/release-versions/" + id + "/descopes"),
        Map.of("workItemId", item.id(), "reason", reason));
  }

  private Answer depend(Item item, Item predecessor) {
    return rollout.developer().api().put(item.path("/dependencies/" + predecessor.id()), null);
  }

  private String audit(String subject) {
    return manager.get(rollout.path("/audit?subject=" + subject)).expect(200).text();
  }
}
