package io.tyto.demo.journey;

import io.tyto.demo.client.Await;
import io.tyto.demo.client.Person;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One work item on its way: the plan, the button Promote, approvals, and what the run says. */
final class Promotion {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final String item;
  private final Person promoter;
  private final Narrator narrator;
  private String run = "";

  Promotion(String item, Person promoter, Narrator narrator) {
    this.item = item;
    this.promoter = promoter;
    this.narrator = narrator;
  }

  String run() {
    return run;
  }

  void attach(Map<String, String> deliverable) {
    JsonNode made =
        promoter.post(Workshop.path("/work-items/" + item + "/deliverables"), deliverable);
    String what =
        Stream.of("kind", "externalId", "version", "url")
            .map(field -> made.path(field).asString(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    narrator.seen(what + " (" + made.path("name").asString() + ")");
  }

  /** Prints the plan, and fails when a gate would stop it. */
  JsonNode plan() {
    JsonNode plan = promoter.get(Workshop.path("/work-items/" + item + "/promotion-plan"));
    narrator.step("Looked at the promotion plan of " + item);
    PlanText text = new PlanText(plan);
    text.tasks().forEach(narrator::seen);
    text.changes().forEach(narrator::seen);
    text.gates("WARN").forEach(narrator::seen);
    if (!text.gates("STOP").isEmpty()) {
      throw new DemoFailure("The plan of " + item + " would be stopped:\n" + plan.toPrettyString());
    }
    return plan;
  }

  /** Presses Promote, with what the plan named. */
  void promote(JsonNode plan) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("candidate", plan.path("candidate"));
    boolean continues = plan.path("continues").isObject();
    if (continues) {
      order.put("continues", plan.path("continues"));
    }
    run =
        promoter
            .post(Workshop.path("/work-items/" + item + "/promotions"), order)
            .path("id")
            .asString();
    narrator.step(
        promoter.name()
            + " pressed Promote: "
            + (continues ? "the run goes on" : "a run starts")
            + " with candidate "
            + plan.path("candidate").asString());
  }

  /** Waits for an approval and gives it. */
  void approve(Person approver) {
    JsonNode task = approvalThatWaits(approver);
    approver.post(
        "/runs/" + run + "/tasks/" + task.path("id").asString() + "/approve",
        Map.of("reason", "Seen and tested."));
    narrator.step(approver.name() + " approved \"" + task.path("name").asString() + "\"");
  }

  /** Tries to approve what the promoter may not, and shows how that is refused. */
  void showFourEyes() {
    JsonNode task = approvalThatWaits(promoter);
    var reply =
        promoter.tryPost(
            "/runs/" + run + "/tasks/" + task.path("id").asString() + "/approve", Map.of());
    if (reply.status() < 400) {
      throw new DemoFailure(promoter.name() + " could approve what " + item + " promoted.");
    }
    narrator.step(promoter.name() + " tried to approve it and was refused");
    narrator.seen(
        reply.status()
            + " "
            + reply.json().path("code").asString()
            + ": "
            + reply.json().path("detail").asString(""));
  }

  /** Id of the task that waits for approval. */
  String waitingApproval() {
    return approvalThatWaits(promoter).path("id").asString();
  }

  private JsonNode approvalThatWaits(Person person) {
    JsonNode seen =
        Await.until(
            "the run to wait for approval",
            LONGEST,
            () -> person.get("/runs/" + run),
            answer -> stuck(answer) || approval(answer) != null);
    @Nullable JsonNode task = approval(seen);
    if (task == null) {
      throw failed(seen, "an approval to wait for");
    }
    return task;
  }

  private static @Nullable JsonNode approval(JsonNode run) {
    return tasks(run).stream()
        .filter(task -> task.path("kind").asString().equals("approve"))
        .filter(task -> task.path("state").asString().equals("WAITING"))
        .findFirst()
        .orElse(null);
  }

  /** Waits until the run rests before the next Promote. */
  void awaitStage(String stage) {
    JsonNode seen =
        Await.until(
            "stage " + stage + " to be completed",
            LONGEST,
            () -> promoter.get("/runs/" + run),
            answer -> stuck(answer) || stageState(answer, stage).equals("COMPLETED"));
    if (!stageState(seen, stage).equals("COMPLETED")) {
      throw failed(seen, "stage " + stage + " to be completed");
    }
    narrator.step("Stage " + stage + " is completed");
    tasks(seen).stream()
        .filter(task -> task.path("kind").asString().equals("deploy"))
        .filter(task -> task.path("state").asString().equals("DONE"))
        .filter(task -> task.path("stage").asString().equals(stage))
        .forEach(this::tell);
  }

  /** Waits until the run is over, whatever the end. */
  JsonNode awaitEnd() {
    return Await.until(
        "the run to end",
        LONGEST,
        () -> promoter.get("/runs/" + run),
        answer -> Set.of("COMPLETED", "FAILED", "ABORTED", "SUPERSEDED").contains(state(answer)));
  }

  private void tell(JsonNode task) {
    narrator.seen(task.path("name").asString() + ": " + task.path("message").asString(""));
  }

  private static DemoFailure failed(JsonNode run, String what) {
    return new DemoFailure(
        "Waited for %s, but the run is:%n%s".formatted(what, run.toPrettyString()));
  }

  /** All tasks; each gets the name of its stage. */
  static List<JsonNode> tasks(JsonNode run) {
    List<JsonNode> tasks = new ArrayList<>();
    for (JsonNode stage : run.path("stages")) {
      for (JsonNode task : stage.path("tasks")) {
        tasks.add(((ObjectNode) task.deepCopy()).put("stage", stage.path("name").asString()));
      }
    }
    return tasks;
  }

  static String state(JsonNode run) {
    return run.path("state").asString();
  }

  private static boolean stuck(JsonNode run) {
    return !Set.of("RUNNING", "WAITING").contains(state(run));
  }

  private static String stageState(JsonNode run, String name) {
    for (JsonNode stage : run.path("stages")) {
      if (stage.path("name").asString().equals(name)) {
        return stage.path("state").asString();
      }
    }
    return "";
  }
}
