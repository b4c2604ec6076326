package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Manual steps are deliverables and become tasks of the run by themselves. */
@TytoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualStepScenariosTest {
  private final Tyto tyto;
  private Rollout rollout;

  ManualStepScenariosTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeAll
  void setsUp() {
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.STRAIGHT);
  }

  @Test
  void asksForEachStepInItsPlaceAndDeploysBetween() {
    Item item = rollout.story("Steps around");
    String flow = rollout.iFlow();
    item.attachFlow(flow);
    step(item, "Stop the job", Map.of("text", "SM37: release to planned.", "stages", List.of("qa")))
        .expect(201);
    step(
            item,
            "Start the job",
            Map.of(
                "when", "AFTER",
                "text", "SM37: release.",
                "stages", List.of("QA"),
                "responsible", "role:release-manager",
                "evidenceRequired", true))
        .expect(201);
    assertThat(names(item.plan().json().path("tasks")).subList(0, 4))
        .satisfies(names -> assertThat(names.get(1)).isEqualTo("Stop the job (QA)"))
        .satisfies(names -> assertThat(names.get(3)).isEqualTo("Start the job (QA)"));

    Journey run = item.start();
    JsonNode first = run.rests("WAITING");
    assertThat(run.task("manual", "QA").path("message").asString()).contains("SM37: release to");
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).isEmpty();
    assertThat(first.path("stages").get(0).path("tasks").size()).isEqualTo(4);
    run.act(rollout.developer(), "manual", "QA", "complete").expect(200);

    JsonNode last =
        run.until("the second step", seen -> state(seen, "Start the job (QA)").equals("WAITING"));
    assertThat(rollout.control().done("cpi-qa", "deploy", flow)).hasSize(1);
    assertThat(rollout.control().done("cpi-prod", "deploy", flow)).isEmpty();
    String task = named(last, "Start the job (QA)").path("id").asString();
    String complete = "/runs/" + run.run() + "/tasks/" + task + "/complete";
    rollout.developer().api().post(complete, Map.of("reason", "done")).expect(403);
    rollout.manager().api().post(complete, Map.of()).refused(400, "evidence-required");
    Map<String, Object> evidence =
        Map.of("evidence", List.of(Map.of("name", "sm37.txt", "text", "released")));
    rollout.manager().api().post(complete, evidence).expect(200);
    run.rests("COMPLETED");
  }

  @Test
  void replacesAStepOfTheSameNameAndMakesANewCandidateOfOtherWords() {
    Item item = rollout.story("Written anew");
    item.attachFlow(rollout.iFlow());
    String first = step(item, "Close the books", Map.of("text", "OB52")).expect(201).id();
    String digest = item.plan().json().path("digest").asString();
    step(item, "Close the books", Map.of("text", "OB52")).expect(200);
    Answer anew = step(item, "Close the books", Map.of("text", "OB52, then MMPV")).expect(201);
    assertThat(anew.id()).isNotEqualTo(first);
    JsonNode all = rollout.developer().api().get(item.path("/deliverables")).expect(200).json();
    assertThat(all.path("items").size()).isEqualTo(2);
    assertThat(anew.json().at("/step/text").asString()).isEqualTo("OB52, then MMPV");
    assertThat(item.plan().json().path("digest").asString()).isNotEqualTo(digest);
  }

  @Test
  void stopsWhenAStepIsForAStageThatThePipelineDoesNotHave() {
    Item item = rollout.story("Nowhere");
    step(item, "Nowhere", Map.of("text", "Do it.", "stages", List.of("UAT"))).expect(201);
    assertThat(item.gate("not-covered").path("message").asString()).contains("Nowhere", "UAT");
    item.promote(rollout.developer(), Map.of()).refused(409, "not-covered");
  }

  @Test
  void refusesAStepWithoutTextOrForSomebodyUnknown() {
    Item item = rollout.story("Refused");
    step(item, "A", Map.of("text", " ")).refused(400, "step-without-text");
    step(item, "A", Map.of("text", "x", "responsible", "role:gardener"))
        .refused(400, "responsible-unknown");
    step(item, " ", Map.of("text", "x")).expect(400);
  }

  private static Answer step(Item item, String name, Map<String, ?> step) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", "manual-step");
    body.put("name", name);
    body.put("step", step);
    return item.attach(body);
  }

  private static JsonNode named(JsonNode run, String name) {
    for (JsonNode stage : run.path("stages")) {
      for (JsonNode task : stage.path("tasks")) {
        if (task.path("name").asString().equals(name)) {
          return task;
        }
      }
    }
    throw new AssertionError(name);
  }

  private static String state(JsonNode run, String name) {
    return named(run, name).path("state").asString();
  }

  private static List<String> names(JsonNode tasks) {
    return tasks.valueStream().map(task -> task.path("name").asString()).toList();
  }
}
