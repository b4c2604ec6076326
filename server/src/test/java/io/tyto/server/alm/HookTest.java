package io.tyto.server.alm;

import static io.tyto.server.testing.Tyto.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.stories.StatusReached;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Task;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@TytoTest
@Import(HookTest.Ears.class)
class HookTest {
  private final Tyto tyto;
  private final Ears ears;

  HookTest(Tyto tyto, Ears ears) {
    this.tyto = tyto;
    this.ears = ears;
  }

  /** Hears what pipelines would. */
  @TestComponent
  static class Ears {
    final List<StatusReached> heard = new java.util.concurrent.CopyOnWriteArrayList<>();

    @EventListener
    void on(StatusReached reached) {
      heard.add(reached);
    }
  }

  @Test
  void readsOnceWhatIsDeliveredThreeTimes() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Feature feature = link.feature("F");
    Task story = link.story("S", feature);
    link.sync();
    link.edits().change(story.id(), task -> task.withStatus("CIPUSCLOSE").withTitle("S2"));
    String event = event(link, story, "TASK.UPDATED");
    assertThat(post(link, "Bearer " + token(link), event).expect(202).get("outcome"))
        .isEqualTo("reading");
    assertThat(post(link, basic(token(link)), event).expect(202).get("outcome"))
        .isEqualTo("repeated");
    assertThat(post(link, "Bearer " + token(link), event).expect(202).get("outcome"))
        .isEqualTo("repeated");
    Answer history =
        eventually(
            () -> link.api().get(link.project.path("/syncs")).expect(200),
            all -> !all.items("state").contains("RUNNING"));
    assertThat(history.items("mode")).containsExactly("CHANGES", "FULL");
    assertThat(history.get("items", 0, "startedBy")).isEqualTo("Webhook of Cloud ALM");
    assertThat(link.item(story.id()).path("title").asString()).isEqualTo("S2");
    String id = link.item(story.id()).path("id").asString();
    assertThat(ears.heard.stream().filter(reached -> reached.workItem().value().equals(id)))
        .singleElement()
        .satisfies(reached -> assertThat(reached.phase()).isEqualTo("DONE"));
  }

  @Test
  void refusesWithoutTheTokenAndAfterItWasRenewed() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    post(link, null, "{}").refused(401, "hook-token");
    post(link, "Bearer hook_wrong", "{}").refused(401, "hook-token");
    post(link, "Basic !!!", "{}").refused(400, "invalid");
    tyto.anonymous().post("//hooks/alm/nothing", "{}").refused(401, "hook-token");
    String old = token(link);
    Answer renewed =
        link.api()
            .post(link.project.path("/alm-integrations/" + link.made.id() + "/hook-token"), null)
            .expect(200);
    assertThat(renewed.get("hookToken")).startsWith("hook_").isNotEqualTo(old);
    post(link, "Bearer " + old, "{}").refused(401, "hook-token");
    assertThat(post(link, "Bearer " + renewed.get("hookToken"), "{}").expect(202).get("outcome"))
        .isEqualTo("ignored");
  }

  @Test
  void ignoresEventsOfOtherProjectsAndOversizedOnes() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    link.sync();
    String foreign = "{\"resource\":{\"projectId\":\"somewhere-else\"}}";
    assertThat(post(link, "Bearer " + token(link), foreign).expect(202).get("outcome"))
        .isEqualTo("ignored");
    post(link, "Bearer " + token(link), "x".repeat(300_000)).refused(413, "too-large");
    assertThat(post(link, "Bearer " + token(link), "no json").expect(202).get("outcome"))
        .isEqualTo("reading");
  }

  private Answer post(AlmLink link, String authorization, String body) {
    return tyto.anonymous()
        .send(
            "POST",
            "//hooks/alm/" + link.made.id(),
            body,
            request ->
                authorization == null
                    ? request
                    : request.setHeader("Authorization", authorization));
  }

  private static String basic(String token) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("alm:" + token).getBytes(StandardCharsets.UTF_8));
  }

  private static String token(AlmLink link) {
    return link.made.get("hookToken");
  }

  /** As Cloud ALM posts it. */
  private String event(AlmLink link, Task story, String type) {
    Task now = tyto.simulator().alm().world().tasks().find(story.id()).orElseThrow();
    return tools.jackson.databind.json.JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "subscriptionId",
                "5b742b3e-36c9-467e-8b37-1c1e633da489",
                "resourceType",
                "TASK",
                "eventType",
                type,
                "resourceId",
                story.id().toString(),
                "resource",
                Map.of(
                    "id",
                    story.id().toString(),
                    "projectId",
                    link.external.id().toString(),
                    "lastChangedTimestamp",
                    now.changed().toString())));
  }
}
