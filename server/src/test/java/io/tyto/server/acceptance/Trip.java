package io.tyto.server.acceptance;

import io.tyto.server.acceptance.ChaosTable.Found;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.simulator.core.Ledger;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * A promotion through all stages and the people who carry it, while servers and databases come and
 * go. They go by what they see, try again what failed, and press everything twice when impatient.
 */
final class Trip {
  private final Item item;
  private final Journey run;
  private final List<String> subjects;
  private final Map<String, String> systems;
  private final boolean impatient;
  private final Set<String> approved = new HashSet<>();
  private int lostApprovals;
  private int asked;
  private JsonNode last;
  private boolean over;

  /**
   * @param subjects what goes
   * @param systems where each stage brings it
   * @param impatient presses everything twice at the same time
   */
  Trip(Item item, List<String> subjects, Map<String, String> systems, boolean impatient) {
    this.item = item;
    this.subjects = subjects;
    this.systems = systems;
    this.impatient = impatient;
    run = impatient ? pressedTwice(item) : item.start();
  }

  private static Journey pressedTwice(Item item) {
    Map<String, Object> order = Map.of("candidate", item.plan().json().path("candidate").asInt());
    Person by = item.rollout().developer();
    CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> item.promote(by, order));
    Answer first = item.promote(by, order);
    Answer other = second.join();
    return new Journey(item.rollout(), (first.status() < 300 ? first : other).id());
  }

  /** Does what waits for a person now; true when the run is over. */
  boolean step() {
    if (over) {
      return true;
    }
    Answer seen = tried(() -> item.rollout().developer().api().get("/runs/" + run.run()));
    if (seen == null || seen.status() >= 300) {
      return false;
    }
    last = seen.json();
    for (JsonNode stage : last.path("stages")) {
      for (JsonNode task : stage.path("tasks")) {
        act(stage.path("name").asString(), task);
      }
    }
    over = Set.of("COMPLETED", "ABORTED", "SUPERSEDED").contains(state());
    return over;
  }

  String state() {
    return last.path("state").asString();
  }

  private void act(String stage, JsonNode task) {
    switch (task.path("kind").asString() + " " + task.path("state").asString()) {
      case "approve WAITING" -> approve(task);
      case "wait-for-promotion WAITING" -> press(() -> item.promote(item.rollout().developer()));
      case "deploy BROKEN" -> lookInto(stage, task);
      case "build BROKEN", "validate BROKEN", "release-transport BROKEN" -> again(task);
      default -> {}
    }
  }

  private void approve(JsonNode task) {
    String question = task.path("id").asString() + "/" + task.path("attempt").asInt();
    if (approved.contains(question)) {
      lostApprovals++;
      approved.remove(question);
    }
    if (press(() -> act(item.rollout().manager(), task, "approve", Map.of("reason", "Wanted.")))) {
      approved.add(question);
    }
  }

  /** As the page tells people to: look at the target, then say what is there. */
  private void lookInto(String stage, JsonNode task) {
    String system = systems.get(stage);
    boolean there = subjects.stream().allMatch(subject -> !done(system, subject).isEmpty());
    asked++;
    boolean knows = system.startsWith("cpi-");
    String action = there && !knows ? "mark-done" : "retry";
    Map<String, Object> order =
        knows ? Map.of("reason", "Mended.") : Map.of("reason", "STMS says so.", "again", true);
    for (Person person : List.of(item.rollout().developer(), item.rollout().manager())) {
      tried(() -> act(person, task, action, order));
    }
  }

  private void again(JsonNode task) {
    asked++;
    tried(() -> act(item.rollout().manager(), task, "retry", Map.of("reason", "Mended.")));
  }

  private Answer act(Person by, JsonNode task, String action, Map<String, Object> order) {
    String path = "/runs/%s/tasks/%s/%s".formatted(run.run(), task.path("id").asString(), action);
    return by.api().post(path, order);
  }

  /**
   * @return whether it was accepted
   */
  private boolean press(Callable<Answer> call) {
    if (impatient) {
      CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> tried(call));
      Answer first = tried(call);
      Answer other = second.join();
      return accepted(first) || accepted(other);
    }
    return accepted(tried(call));
  }

  private static boolean accepted(Answer answer) {
    return answer != null && answer.status() < 300;
  }

  /** Null when the call was cut off or the server cannot answer now. */
  private static Answer tried(Callable<Answer> call) {
    try {
      return call.call();
    } catch (UncheckedIOException | AssertionError cut) {
      return null;
    } catch (Exception unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  private List<Ledger.Entry> done(String system, String subject) {
    String action = system.startsWith("abap-") ? "import" : "deploy";
    Ledger ledger = item.rollout().tyto().simulator().desk(system).ledger();
    return ledger.entries(action).stream().filter(deed -> deed.subject().equals(subject)).toList();
  }

  /** What every target really saw. */
  Found found() {
    long lost = lostApprovals;
    long doubles = 0;
    for (String system : systems.values()) {
      for (String subject : subjects) {
        int times = done(system, subject).size();
        lost += over && times == 0 ? 1 : 0;
        doubles += Math.max(0, times - 1);
      }
    }
    boolean stuck = !"COMPLETED".equals(last == null ? "" : state());
    if (stuck) {
      System.out.println("Stuck: " + (last == null ? run.run() : last.toPrettyString()));
    }
    return new Found((long) subjects.size() * systems.size(), lost, doubles, stuck ? 1 : 0, "");
  }

  /** How often a person had to say how to go on. */
  int asked() {
    return asked;
  }
}
