package io.tyto.simulator.alm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.simulator.Call;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.world.DemoWorld;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AlmReadTest {
  private static final String TASKS = "/api/calm-tasks/v1/tasks";
  private static final String FEATURES = "/api/calm-features/v1/Features";
  private static Simulator simulator;
  private Call alm;
  private String project;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void login() throws Exception {
    simulator.reset();
    alm = new Call(simulator.url("alm")).login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    project = projectId(DemoWorld.PROJECT);
  }

  private static String projectId(String name) {
    return simulator.alm().world().projectNamed(name).orElseThrow().id().toString();
  }

  private static String filter(String expression) {
    return "$filter=" + Call.encode(expression);
  }

  private JsonNode features(String query) throws Exception {
    Call.Got got = alm.get(FEATURES + "?" + query);
    assertThat(got.status()).as(got.text()).isEqualTo(200);
    return got.json();
  }

  @Test
  void refusesACallWithoutTokenOrScope() throws Exception {
    assertThat(new Call(simulator.url("alm")).get(TASKS).status()).isEqualTo(401);
    Call narrow =
        new Call(simulator.url("alm"))
            .login(CloudAlm.NARROW_CLIENT_ID, CloudAlm.NARROW_CLIENT_SECRET);
    assertThat(narrow.get(TASKS + "?projectId=" + project).status()).isEqualTo(200);
    Call.Got got = narrow.get(FEATURES);
    assertThat(got.status()).isEqualTo(403);
    assertThat(got.json().get("message").asString()).contains("calm-api.features.read");
  }

  @Test
  void hidesPrivateProjectsAndTheirDataWithoutTheScope() throws Exception {
    JsonNode seen = alm.get("/api/calm-projects/v1/projects").json();
    assertThat(seen.valueStream().map(one -> one.get("name").asString()))
        .containsExactly(DemoWorld.PROJECT, DemoWorld.SECOND, DemoWorld.HIDDEN);
    assertThat(seen.get(2).get("status").asString()).isEqualTo("C");
    String secret = projectId(DemoWorld.PRIVATE);
    assertThat(alm.get("/api/calm-projects/v1/projects/" + secret).status()).isEqualTo(404);
    assertThat(alm.get(TASKS + "?projectId=" + secret).json()).isEmpty();
    assertThat(features(filter("projectId eq " + secret)).get("value")).isEmpty();
    Call all =
        new Call(simulator.url("alm")).login(CloudAlm.ALL_CLIENT_ID, CloudAlm.ALL_CLIENT_SECRET);
    assertThat(all.get("/api/calm-projects/v1/projects").json()).hasSize(4);
    assertThat(all.get(TASKS + "?projectId=" + secret).json()).isNotEmpty();
  }

  @Test
  void holdsABelievableDemoProject() throws Exception {
    JsonNode stories = alm.get(TASKS + "?type=CALMUS&projectId=" + project).json();
    assertThat(stories).hasSize(150);
    Set<String> states =
        stories.valueStream().map(one -> one.get("status").asString()).collect(Collectors.toSet());
    assertThat(states)
        .containsExactlyInAnyOrder("CIPUSOPEN", "CIPUSINP", "CIPUSBLK", "CIPUSCLOSE", "CIPUSNO");
    for (String other : new String[] {"CALMREQU", "CALMDEF", "CALMTASK", "CALMTMPL", "CALMST"}) {
      assertThat(alm.get(TASKS + "?projectId=" + project + "&type=" + other).json()).isNotEmpty();
    }
    JsonNode features =
        features(filter("projectId eq " + project) + "&$count=true&$expand=toTaskAssignments");
    assertThat(features.get("@count").asInt()).isEqualTo(43);
    Set<String> assigned = new HashSet<>();
    int rows = 0;
    for (JsonNode feature : features.get("value")) {
      assertThat(feature.get("displayId").asString()).startsWith("6-");
      for (JsonNode row : feature.get("toTaskAssignments")) {
        if (row.get("type").asString().equals("CALMUS")) {
          rows++;
          assigned.add(row.get("uuid").asString());
        }
      }
    }
    assertThat(assigned).hasSize(142);
    assertThat(rows).isEqualTo(143);
    long hostile =
        simulator.alm().world().features().all().stream()
            .filter(one -> String.valueOf(one.description()).matches("(?s).*(<script|onerror).*"))
            .count();
    assertThat(hostile).isPositive();
  }

  @Test
  void listsTasksWithoutAndReadsOneWithDescription() throws Exception {
    JsonNode first = alm.get(TASKS + "?type=CALMUS&limit=1&projectId=" + project).json().get(0);
    assertThat(first.has("description")).isFalse();
    assertThat(first.get("displayId").asString()).startsWith("3-");
    assertThat(first.get("lastChangedTimestamp").asString()).endsWith("Z");
    JsonNode single = alm.get(TASKS + "/" + first.get("id").asString()).json();
    assertThat(single.get("description").asString()).startsWith("<p>As a <strong>");
    Call.Got none = alm.get(TASKS + "/00000000-0000-4000-8000-000000000000");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().has("message")).isTrue();
    assertThat(alm.get(TASKS + "/3-1").status()).isEqualTo(400);
  }

  @Test
  void pagesTasksAndCapsThemWhenToldTo() throws Exception {
    Set<String> ids = new HashSet<>();
    simulator.desk("alm").switches().set("task-page-cap", "40");
    int offset = 0;
    JsonNode page;
    do {
      page = alm.get(TASKS + "?limit=70&projectId=" + project + "&offset=" + offset).json();
      page.forEach(one -> ids.add(one.get("id").asString()));
      offset += page.size();
      assertThat(page.size()).isLessThanOrEqualTo(40);
    } while (!page.isEmpty());
    assertThat(ids).hasSize(offset).hasSizeGreaterThan(170);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "projectId=nonsense",
        "projectId=1-1-1-1-1",
        "projectId=P&limit=0",
        "projectId=P&offset=-1",
        "projectId=P&limit=many",
        "projectId=P&lastChangedTimestamp=ge:2026-01-01T00:00:00Z",
        "projectId=P&lastChangedTimestamp=2026-01-01T00:00:00Z",
        "projectId=P&lastChangedTimestamp=gt:2026-01-01",
        "projectId=P&lastChangedTimestamp=gt:2026-13-01T00:00:00Z",
        "projectId=P&lastChangedDate=le:2026-01-01",
        "projectId=P&id=3-1"
      })
  void refusesWrongListParameters(String query) throws Exception {
    Call.Got got = alm.get(TASKS + "?" + query.replace("=P", "=" + project));
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.json().get("message").asString()).contains("Parameter");
  }

  @Test
  void filtersTasksByChange() throws Exception {
    JsonNode all = alm.get(TASKS + "?type=CALMUS&projectId=" + project).json();
    String mark = all.get(7).get("lastChangedTimestamp").asString();
    int sum = 0;
    for (String operator : new String[] {"gt", "eq", "lt"}) {
      sum +=
          alm.get(
                  TASKS
                      + "?type=CALMUS&projectId="
                      + project
                      + "&lastChangedTimestamp="
                      + operator
                      + ":"
                      + mark)
              .json()
              .size();
    }
    assertThat(sum).isEqualTo(150);
    JsonNode open = alm.get(TASKS + "?type=CALMUS&status=CIPUSOPEN&projectId=" + project).json();
    assertThat(open).allMatch(one -> one.get("status").asString().equals("CIPUSOPEN"));
    String two = all.get(1).get("id").asString() + "," + all.get(2).get("id").asString();
    assertThat(alm.get(TASKS + "?projectId=" + project + "&id=" + two).json()).hasSize(2);
  }

  @Test
  void readsAFeatureByEitherKeyStyleAndByDisplayId() throws Exception {
    JsonNode feature = features(filter("displayId eq '6-3'") + "&$select=title").at("/value/0");
    assertThat(feature.propertyNames()).containsExactly("uuid", "title");
    String uuid = feature.get("uuid").asString();
    for (String key : new String[] {"/" + uuid, "(" + uuid + ")", "(uuid=" + uuid + ")"}) {
      JsonNode one =
          alm.get(FEATURES + key + "?$expand=toStatus,toRelease,toWorkstream,toScope").json();
      assertThat(one.get("@context").asString()).isEqualTo("$metadata#Features/$entity");
      assertThat(one.at("/toStatus/name").asString()).isNotEmpty();
      assertThat(one.at("/toWorkstream/name").asString()).isEqualTo("Order Entry");
      assertThat(one.get("modifiedAt").asString()).hasSize("2026-01-01T00:00:00Z".length());
    }
    assertThat(alm.get(FEATURES + "/" + uuid + "/toStatus").json().get("code").asString())
        .isEqualTo("IN_TESTING");
    JsonNode rows =
        alm.get(FEATURES + "/" + uuid + "/toTaskAssignments?$select=title,type&$top=2&$count=true")
            .json();
    assertThat(rows.get("@count").asInt()).isGreaterThan(2);
    assertThat(rows.get("value")).hasSize(2);
    assertThat(alm.get(FEATURES + "/nonsense").status()).isEqualTo(400);
    assertThat(alm.get(FEATURES + "/00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "$filter=colour eq 1,400",
    "$orderby=colour,400",
    "$expand=toNowhere,400",
    "$select=colour,400",
    "$top=-1,400",
    "$count=maybe,400",
    "$search=x,501",
    "$apply=x,501"
  })
  void refusesWrongQueryOptionsAsODataDoes(String query, int status) throws Exception {
    Call.Got got = alm.get(FEATURES + "?" + query.replace(" ", "%20"));
    assertThat(got.status()).isEqualTo(status);
    assertThat(got.json().at("/error/code").asString()).isEqualTo(String.valueOf(status));
    assertThat(got.json().at("/error/message").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"@nextLink,relative", "@odata.nextLink,absolute"})
  void followsNextLinksToTheEnd(String spelling, String form) throws Exception {
    simulator.desk("alm").switches().set("feature-page-cap", "10");
    simulator.desk("alm").switches().set("next-link-spelling", spelling);
    simulator.desk("alm").switches().set("next-link-form", form);
    Set<String> seen = new HashSet<>();
    String next =
        FEATURES + "?$orderby=modifiedAt,uuid&$top=35&" + filter("projectId eq " + project);
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = alm.get(next).json();
      page.get("value").forEach(one -> seen.add(one.get("uuid").asString()));
      String link = page.path(spelling).asString("");
      next =
          link.replace(simulator.url("alm"), "")
              .replaceFirst("^Features", FEATURES.replace("$", "\\$"));
      pages++;
    }
    assertThat(seen).hasSize(35);
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void ordersAndSkips() throws Exception {
    JsonNode newest = features("$orderby=modifiedAt%20desc&$top=3").get("value");
    JsonNode second = features("$orderby=modifiedAt%20desc&$top=1&$skip=1").get("value");
    assertThat(second.get(0)).isEqualTo(newest.get(1));
    assertThat(newest.get(0).get("modifiedAt").asString())
        .isGreaterThanOrEqualTo(newest.get(1).get("modifiedAt").asString());
    assertThat(alm.get("/api/calm-features/v1/FeatureStatus").json().get("value")).hasSize(7);
    assertThat(alm.get("/api/calm-features/v1/FeaturePriorities/20").json().get("name").asString())
        .isEqualTo("High");
    assertThat(alm.get("/api/calm-features/v1/$metadata").text()).contains("toTaskAssignments");
  }

  @Test
  void showsRowIdsInsteadOfTaskIdsWhenToldTo() throws Exception {
    simulator.desk("alm").switches().set("task-assignment-uuid", "row");
    JsonNode feature = features("$top=1&$expand=toTaskAssignments").at("/value/0");
    String row = feature.at("/toTaskAssignments/0/uuid").asString();
    assertThat(alm.get(TASKS + "/" + row).status()).isEqualTo(404);
    String title = feature.at("/toTaskAssignments/0/title").asString();
    JsonNode story =
        alm.get(TASKS + "?type=CALMUS&projectId=" + project)
            .json()
            .valueStream()
            .filter(one -> one.get("title").asString().equals(title))
            .findFirst()
            .orElseThrow();
    JsonNode back =
        alm.get(TASKS + "/" + story.get("id").asString() + "/featureAssignments").json();
    assertThat(back.get(0).get("featureId")).isEqualTo(feature.get("uuid"));
  }

  @Test
  void findsTheFeatureOfATransport() throws Exception {
    String id = simulator.alm().world().notes().transports().where(one -> true).getFirst().id();
    JsonNode parent = alm.get("/api/calm-features/v1/Transports/" + id + "/parent").json();
    assertThat(parent.get("displayId").asString()).startsWith("6-");
    assertThat(alm.get("/api/calm-features/v1/Transports/NONE/parent").status()).isEqualTo(404);
  }

  @Test
  void refusesTheCallAboveTheLimit() throws Exception {
    simulator.desk("alm").switches().set("rate-limit", "3");
    for (int i = 0; i < 3; i++) {
      assertThat(alm.get("/api/calm-projects/v1/projects").status()).isEqualTo(200);
    }
    Call.Got got = alm.get("/api/calm-projects/v1/projects");
    assertThat(got.status()).isEqualTo(429);
    assertThat(got.header("Retry-After")).isNotEmpty();
    simulator.clock().advance(java.time.Duration.ofSeconds(6));
    assertThat(alm.get("/api/calm-projects/v1/projects").status()).isEqualTo(200);
  }
}
