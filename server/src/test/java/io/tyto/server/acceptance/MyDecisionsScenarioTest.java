package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** My Tasks: what one holds as a deputy, and what one has decided. */
@TytoTest
class MyDecisionsScenarioTest {
  private final Tyto tyto;
  private final Clock clock;

  MyDecisionsScenarioTest(Tyto tyto, Clock clock) {
    this.tyto = tyto;
    this.clock = clock;
  }

  @Test
  void marksWhatIsHeldForSomebodyElseAndKeepsWhatWasDecided() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    Person deputy = rollout.project().member("approver");
    Person manager = rollout.manager();
    names(manager, deputy);
    Item item = rollout.story("Decided by a deputy");
    item.attachFlow(rollout.iFlow());
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");

    assertThat(waiting(deputy, item).path("behalf").asString()).isEqualTo(manager.name());
    assertThat(waiting(manager, item).path("behalf").isNull()).isTrue();
    assertThat(history(deputy, "").items("id")).isEmpty();

    run.act(deputy, "approve", "QA", "approve", Map.of("reason", "Seen it run.")).expect(200);
    run.rests("WAITING");
    item.promote(rollout.developer()).expect(200);
    run.approve(manager, "PROD");
    run.rests("COMPLETED");

    JsonNode own = history(deputy, "").json().path("items").get(0);
    assertThat(own.path("verdict").asString()).isEqualTo("APPROVED");
    assertThat(own.path("workItemId").asString()).isEqualTo(item.id());
    assertThat(own.path("title").asString()).isEqualTo("Decided by a deputy");
    assertThat(own.path("stage").asString()).isEqualTo("QA");
    assertThat(own.path("message").asString()).isEqualTo("Seen it run.");
    assertThat(own.path("behalf").asString()).isEqualTo(manager.name());
    assertThat(own.path("runState").asString()).isEqualTo("COMPLETED");

    Answer first = history(manager, "?limit=1");
    assertThat(first.items("stage")).containsExactly("PROD");
    Answer second = history(manager, "?limit=1&cursor=" + first.get("nextCursor"));
    assertThat(second.items("by")).containsExactly(deputy.name());
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    assertThat(history(rollout.other(), "").items("id")).isEmpty();
    manager.api().get("/inbox/history?cursor=foreign").expect(400);
  }

  private void names(Person person, Person deputy) {
    Map<String, String> order =
        Map.of(
            "deputy", deputy.name(),
            "from", clock.instant().minus(Duration.ofHours(1)).toString(),
            "until", clock.instant().plus(Duration.ofDays(2)).toString());
    person.api().post("/deputies", order).expect(201);
  }

  private static JsonNode waiting(Person person, Item item) {
    for (JsonNode one : person.api().get("/inbox").expect(200).json().path("items")) {
      if (one.path("workItemId").asString().equals(item.id())) {
        return one;
      }
    }
    throw new AssertionError(item.id() + " does not wait for " + person.name());
  }

  private static Answer history(Person person, String query) {
    return person.api().get("/inbox/history" + query).expect(200);
  }
}
