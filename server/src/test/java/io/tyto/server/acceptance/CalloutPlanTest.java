package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The plan says of a callout what is called, and whether a lost answer can be asked for. */
@TytoTest
class CalloutPlanTest {
  private static final String CALLOUTS =
      """
      name: callouts
      stages:
        - name: QA
          tasks:
            - callout: { name: look, destination: @cpi-qa, method: GET, path: /health }
            - callout: { name: tell, destination: @cpi-qa, method: POST, path: /releases }
            - deploy: { environment: @cpi-qa }
      """;

  private final Tyto tyto;

  CalloutPlanTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void saysThatALostAnswerOfAnythingButAGetEndsAtAPerson() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(CALLOUTS);
    Item item = rollout.story("Tells others");
    item.attachFlow(rollout.iFlow());
    JsonNode tasks = item.plan().json().path("tasks");
    String at = rollout.estate().environment("cpi-qa").name();
    assertThat(tasks.get(0).path("note").asString()).isEqualTo("GET /health at " + at + ".");
    assertThat(tasks.get(1).path("note").asString())
        .isEqualTo(
            "POST /releases at "
                + at
                + ". A lost answer cannot be verified at this target: it ends at a person.");
  }
}
