package io.tyto.server.alm;

import static io.tyto.server.testing.Tyto.eventually;

import io.tyto.server.kernel.Ids;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.Faults.Fault;
import io.tyto.simulator.world.AlmEdits;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.Truth;
import io.tyto.simulator.world.WorldGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A project of Tyto linked to a project of its own in the simulated Cloud ALM. */
public final class AlmLink {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final Tyto tyto;
  public final TestProject project;
  public final Project external;
  final String credential;
  public final Answer made;

  private AlmLink(Tyto tyto, Project external, Map<String, Object> more) {
    this.tyto = tyto;
    this.project = tyto.project();
    this.external = external;
    this.credential = credential(tyto, tyto.admin(), "GLOBAL");
    this.made = add(more).expect(201);
  }

  public static AlmLink to(Tyto tyto, Project external) {
    return new AlmLink(tyto, external, Map.of());
  }

  public static AlmLink to(Tyto tyto, Project external, Map<String, Object> more) {
    return new AlmLink(tyto, external, more);
  }

  /** An external project with nothing in it yet. */
  public static Project external(Tyto tyto) {
    CloudAlm alm = tyto.simulator().alm();
    alm.desk().switches().set("rate-limit", "0");
    return alm.world().newProject("Linked " + COUNT.incrementAndGet(), Project.Visibility.PUBLIC);
  }

  public static Project generated(Tyto tyto, int features, int stories) {
    Project project = external(tyto);
    WorldGenerator.fill(tyto.simulator().alm().world(), project.id(), features, stories);
    return project;
  }

  public static String credential(Tyto tyto, Api by, String scope) {
    return credential(tyto, by, scope, CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
  }

  public static String credential(Tyto tyto, Api by, String scope, String client, String secret) {
    return by.post(
            "/credentials",
            Map.of(
                "name",
                "Cloud ALM " + COUNT.incrementAndGet(),
                "type",
                "sap-cloud-alm",
                "scope",
                scope,
                "clientId",
                client,
                "clientSecret",
                secret,
                "tokenUrl",
                tyto.simulator().url("alm") + "/oauth/token"))
        .expect(201)
        .id();
  }

  public Answer add(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Cloud ALM");
    body.put("externalSystem", "sap-cloud-alm");
    body.put("credentialId", credential);
    body.put("hostUrl", tyto.simulator().url("alm"));
    body.put("externalProjectId", external.id().toString());
    body.putAll(more);
    return api().post(project.path("/alm-integrations"), body);
  }

  public Api api() {
    return project.admin().api();
  }

  public AlmEdits edits() {
    return tyto.simulator().alm().edits();
  }

  public Feature feature(String title) {
    return edits().addFeature(external.id(), title);
  }

  public Task story(String title, Feature... features) {
    List<UUID> under = new ArrayList<>();
    for (Feature feature : features) {
      under.add(feature.uuid());
    }
    return edits().addStory(external.id(), title, under);
  }

  public void arm(Fault fault) {
    tyto.simulator().desk("alm").faults().arm(fault);
  }

  /** A full sync that nobody works on yet. */
  public String insertRunningSync(JdbcClient jdbc) {
    String id = Ids.next();
    jdbc.sql(
            """
            insert into alm_sync
              (id, project, integration_id, mode, state, started_by, started_at)
            values (:id, :project, :integration, 'FULL', 'RUNNING', 'test', now())
            """)
        .param("id", id)
        .param("project", project.key())
        .param("integration", made.id())
        .update();
    return id;
  }

  public String state(String sync) {
    return api().get(project.path("/syncs/" + sync)).expect(200).get("state");
  }

  public String counts(String sync) {
    return counts(api().get(project.path("/syncs/" + sync)).expect(200));
  }

  /** Calls about this external project alone. */
  public String calls(String path) {
    return path + ".*" + external.id();
  }

  public Answer sync() {
    return sync("FULL");
  }

  public Answer sync(String mode) {
    Answer begun = api().post(project.path("/syncs"), Map.of("mode", mode)).expect(202);
    return ended(begun.id());
  }

  public Answer ended(String sync) {
    return eventually(
        () -> api().get(project.path("/syncs/" + sync)).expect(200),
        answer -> !answer.get("state").equals("RUNNING"));
  }

  public static String counts(Answer sync) {
    return "%s %s/%s/%s/%s %s"
        .formatted(
            sync.get("state"),
            sync.get("counts", "created"),
            sync.get("counts", "updated"),
            sync.get("counts", "unchanged"),
            sync.get("counts", "gone"),
            sync.get("fault"))
        .strip();
  }

  public List<JsonNode> items() {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = api().get(project.path("/work-items?limit=500&cursor=" + cursor)).expect(200);
      page.json().path("items").forEach(all::add);
      cursor = page.get("nextCursor");
    } while (!cursor.isEmpty());
    return all;
  }

  public JsonNode item(UUID uuid) {
    return items().stream()
        .filter(item -> item.path("externalUuid").asString().equals(uuid.toString()))
        .findFirst()
        .orElseThrow();
  }

  /** What is not gone, hashed as the simulator hashes its own. */
  public String hash() {
    Map<String, String> uuids = new HashMap<>();
    List<JsonNode> items = items();
    items.forEach(i -> uuids.put(i.path("id").asString(), i.path("externalUuid").asString()));
    Map<String, String> features = new TreeMap<>();
    Map<String, String> stories = new TreeMap<>();
    for (JsonNode item : items) {
      if (item.path("gone").asBoolean()) {
        continue;
      }
      String uuid = item.path("externalUuid").asString();
      String line = uuid + " " + item.path("externalId").asString() + " ";
      line += item.path("status").path("code").asString() + " ";
      if (item.path("type").asString().equals("FEATURE")) {
        features.put(uuid, "F " + line + item.path("title").asString());
      } else {
        String parents =
            item.path("parentIds")
                .valueStream()
                .map(id -> uuids.get(id.asString()))
                .sorted()
                .collect(Collectors.joining(","));
        stories.put(
            uuid,
            "S "
                + line
                + (parents.isEmpty() ? "-" : parents)
                + " "
                + item.path("title").asString());
      }
    }
    StringBuilder all = new StringBuilder();
    features.values().forEach(one -> all.append(one).append('\n'));
    stories.values().forEach(one -> all.append(one).append('\n'));
    return sha256(all.toString());
  }

  public String truth() {
    return Truth.of(tyto.simulator().alm().world(), external.id()).hash();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
