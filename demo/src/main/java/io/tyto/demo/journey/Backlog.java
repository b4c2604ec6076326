package io.tyto.demo.journey;

import io.tyto.demo.client.Await;
import io.tyto.demo.client.Landscape;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cloud ALM's features and stories in Tyto: integration, sync, and the three that are promoted. */
final class Backlog {
  private static final String PROJECT = "Order to Cash Renewal";
  private static final Duration LONGEST_SYNC = Duration.ofSeconds(60);

  private Backlog() {}

  static void integrate(Cast cast, Estate estate, Landscape landscape, Narrator narrator) {
    Map<String, Object> integration = new LinkedHashMap<>();
    integration.put("externalSystem", "sap-cloud-alm");
    integration.put("credentialId", estate.almCredential());
    integration.put("hostUrl", landscape.system("alm").path("url").asString());
    narrator.step("Asked Cloud ALM for its projects");
    JsonNode offered =
        cast.paul()
            .post(Workshop.path("/alm-integrations/external-projects"), integration)
            .path("items");
    integration.put("name", "Cloud ALM");
    integration.put("description", "Features and stories of the renewal");
    integration.put("externalProjectId", choose(offered, narrator));
    integration.put("isDefault", true);
    integration.put("writeBack", Map.of("references", true, "comments", true, "status", true));
    cast.paul().post(Workshop.path("/alm-integrations"), integration);
    narrator.step("Linked project " + Workshop.KEY + " to \"" + PROJECT + "\"");
  }

  private static String choose(JsonNode offered, Narrator narrator) {
    String chosen = "";
    for (JsonNode project : offered) {
      narrator.seen(project.path("name").asString());
      if (project.path("name").asString().equals(PROJECT)) {
        chosen = project.path("id").asString();
      }
    }
    if (chosen.isEmpty()) {
      throw new DemoFailure("Cloud ALM's project list lacks \"" + PROJECT + "\": " + offered);
    }
    return chosen;
  }

  /** The first brings everything, the second finds nothing to change. */
  static void syncTwice(Cast cast, Narrator narrator) {
    JsonNode first = sync(cast, "Synced user stories");
    tell(first, narrator, "Synced features and user stories");
    int created = first.path("counts").path("created").asInt();
    if (created == 0) {
      throw new DemoFailure("The first sync brought nothing: " + first);
    }
    JsonNode second = sync(cast, "Synced again");
    tell(second, narrator, "Synced again: nothing changes");
    JsonNode counts = second.path("counts");
    if (counts.path("created").asInt()
                + counts.path("updated").asInt()
                + counts.path("gone").asInt()
            != 0
        || counts.path("unchanged").asInt() != created) {
      throw new DemoFailure("The second sync was not without effect: " + second);
    }
  }

  private static JsonNode sync(Cast cast, String what) {
    String id =
        cast.dora().post(Workshop.path("/syncs"), Map.of("mode", "FULL")).path("id").asString();
    JsonNode sync =
        Await.until(
            "the sync to end",
            LONGEST_SYNC,
            () -> cast.dora().get(Workshop.path("/syncs/" + id)),
            answer -> !answer.path("state").asString().equals("RUNNING"));
    if (!sync.path("state").asString().equals("COMPLETED")) {
      throw new DemoFailure(what + ", but it ended so: " + sync.toPrettyString());
    }
    return sync;
  }

  private static void tell(JsonNode sync, Narrator narrator, String headline) {
    JsonNode counts = sync.path("counts");
    narrator.step(headline);
    narrator.seen(
        "read %d of %d: %d created, %d updated, %d unchanged, %d gone"
            .formatted(
                sync.path("progress").path("read").asInt(),
                sync.path("progress").path("total").asInt(),
                counts.path("created").asInt(),
                counts.path("updated").asInt(),
                counts.path("unchanged").asInt(),
                counts.path("gone").asInt()));
  }

  /** Features by their status in Cloud ALM. */
  static Picks pick(Cast cast, Narrator narrator) {
    List<JsonNode> features =
        cast.dora().list(Workshop.path("/work-items?type=FEATURE&parent=root&limit=500"));
    JsonNode ready = first(features, "Ready for Production");
    List<JsonNode> testing =
        features.stream().filter(each -> inStatus(each, "In Testing")).limit(2).toList();
    if (testing.size() < 2) {
      throw new DemoFailure("The demo needs two features that are in testing.");
    }
    narrator.step(
        "Picked %s (%s in Cloud ALM), \"%s\", %s"
            .formatted(
                id(ready),
                ready.path("externalId").asString(),
                ready.path("title").asString(),
                ready.path("status").path("label").asString()));
    List<JsonNode> stories =
        cast.dora().list(Workshop.path("/work-items?parent=" + id(ready) + "&limit=500"));
    for (JsonNode story : stories) {
      narrator.seen(
          "%s  %s  %s"
              .formatted(
                  id(story),
                  story.path("title").asString(),
                  story.path("status").path("label").asString()));
    }
    if (stories.isEmpty()) {
      throw new DemoFailure("The feature " + id(ready) + " has no user stories.");
    }
    return new Picks(
        id(ready),
        ready.path("externalUuid").asString(),
        id(stories.getFirst()),
        id(testing.getFirst()),
        id(testing.getLast()));
  }

  private static JsonNode first(List<JsonNode> features, String label) {
    return features.stream()
        .filter(each -> inStatus(each, label))
        .filter(each -> each.path("childCount").asInt() > 0)
        .findFirst()
        .orElseThrow(() -> new DemoFailure("No feature with stories is " + label + "."));
  }

  private static boolean inStatus(JsonNode item, String label) {
    return item.path("status").path("label").asString().equals(label);
  }

  private static String id(JsonNode item) {
    return item.path("id").asString();
  }

  /**
   * @param feature goes to production
   * @param uuid of that feature in Cloud ALM
   * @param story of that feature
   * @param waiting is left waiting for approval
   * @param failing carries what cannot start in QA
   */
  record Picks(String feature, String uuid, String story, String waiting, String failing) {}
}
