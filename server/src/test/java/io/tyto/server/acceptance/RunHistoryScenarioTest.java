package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every move of a run's tasks can be read, with who moved it and why. */
@TytoTest
class RunHistoryScenarioTest {
  private final Tyto tyto;

  RunHistoryScenarioTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void tellsWhenWhichTaskWentFromWhereToWhereByWhomAndWhy() {
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    Item item = rollout.story("With a past");
    item.attachFlow(rollout.iFlow());
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    run.act(rollout.manager(), "approve", "QA", "reject", Map.of("reason", "Not tested."))
        .expect(200);
    run.rests("FAILED");

    String path = "/runs/" + run.run() + "/history";
    JsonNode moves = rollout.developer().api().get(path).expect(200).json().path("items");
    String approval = run.task("approve", "QA").path("name").asString();
    List<String> ofApproval =
        moves
            .valueStream()
            .filter(move -> move.path("task").asString().equals(approval))
            .map(move -> move.path("from").asString() + " " + move.path("to").asString())
            .toList();
    assertThat(ofApproval).containsExactly("READY WAITING", "WAITING REFUSED");
    JsonNode last = moves.get(moves.size() - 1);
    assertThat(last.path("task").asString()).isEqualTo(approval);
    assertThat(last.path("attempt").asInt()).isEqualTo(1);
    assertThat(last.path("actorName").asString()).isEqualTo(rollout.manager().name());
    assertThat(last.path("reason").asString()).isEqualTo("Not tested.");
    assertThat(moves.get(0).path("actorName").asString()).isEqualTo("Tyto");
    List<String> times = moves.findValuesAsString("at");
    assertThat(times).isSorted().hasSize(moves.size());
    tyto.person().api().get(path).expect(404);
  }
}
