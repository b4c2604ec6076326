package io.tyto.demo.journey;

import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Runs that are left as they are, to be tried out. */
final class Leftovers {
  private final Cast cast;
  private final Estate estate;
  private final Narrator narrator;

  Leftovers(Cast cast, Estate estate, Narrator narrator) {
    this.cast = cast;
    this.estate = estate;
    this.narrator = narrator;
  }

  /** Returns the id of the run, whose deployment the target refused. */
  String leaveFailed(String item) {
    Promotion promotion = begin(item, "BrokenMapping");
    promotion.approve(cast.rita());
    JsonNode run = promotion.awaitEnd();
    if (!Promotion.state(run).equals("FAILED")) {
      throw new DemoFailure(
          "BrokenMapping cannot start in QA, but its run is:\n" + run.toPrettyString());
    }
    narrator.step("Left a failed run: " + item + " carries an iFlow that cannot start in QA");
    Promotion.tasks(run).stream()
        .filter(task -> Set.of("REFUSED", "BROKEN").contains(task.path("state").asString()))
        .forEach(task ->
            narrator.seen(task.path("name").asString() + ": " + task.path("message").asString("")));
    return promotion.run();
  }

  /** Returns the path of the approval that the run waits for. */
  String leaveWaiting(String item) {
    Promotion promotion = begin(item, "InvoiceDispatch");
    String approval = promotion.waitingApproval();
    narrator.step("Left a run of " + item + " waiting for rita's approval");
    return "/runs/" + promotion.run() + "/tasks/" + approval + "/approve";
  }

  private Promotion begin(String item, String iFlow) {
    Promotion promotion = new Promotion(item, cast.dora(), narrator);
    narrator.step("dora attached to " + item);
    promotion.attach(
        Map.of("kind", "cpi-artifact", "environmentId", estate.id("CPI-DEV"), "externalId", iFlow));
    promotion.promote(promotion.plan());
    return promotion;
  }
}
