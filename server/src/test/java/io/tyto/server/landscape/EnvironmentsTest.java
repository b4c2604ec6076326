package io.tyto.server.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@TytoTest
class EnvironmentsTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;

  EnvironmentsTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @Test
  void registersEnvironmentsAndPlansOnlyInProduction() {
    String credential = credential("cpi-dev");
    Answer dev = register("cpi", "DEVELOPMENT", credential, Map.of()).expect(201);
    assertThat(dev.get("mode")).isEqualTo("LIVE");
    assertThat(dev.json().path("settings").path("settleSeconds").asInt()).isEqualTo(30);
    Answer prod = register("cpi", "PRODUCTION", credential, Map.of()).expect(201);
    assertThat(prod.get("mode")).isEqualTo("PLAN_ONLY");
    Answer became =
        tyto.admin()
            .patch("/environments/" + dev.id(), 1, Map.of("type", "PRODUCTION"))
            .expect(200);
    assertThat(became.get("mode")).isEqualTo("PLAN_ONLY");
    assertThat(became.version()).isEqualTo(2);
    assertThat(tyto.admin().get("/environments/" + dev.id()).json().path("mode"))
        .isEqualTo(became.json().path("mode"));
    Answer used = tyto.admin().get("/credentials/" + credential).expect(200);
    assertThat(used.json().path("usedBy").size()).isEqualTo(2);
    tyto.admin().delete("/credentials/" + credential).refused(409, "credential-in-use");
    tyto.admin().delete("/environments/" + prod.id()).expect(204);
    tyto.admin().get("/environments/" + prod.id()).refused(404, "not-found");
  }

  @Test
  void saysWhatIsWrongAtEachField() {
    Answer empty = tyto.admin().post("/environments", Map.of());
    assertThat(fields(empty.expect(400))).contains("name", "connector", "type");
    String basic = basic(tyto.admin()::post);
    Answer wrong = register("cpi", "QUALITY", basic, Map.of("apiUrl", "nonsense", "colour", "red"));
    assertThat(fields(wrong.expect(400)))
        .containsExactlyInAnyOrder("settings.apiUrl", "settings.colour", "credentialId");
    String credential = credential("cpi-dev");
    Answer first = register("cpi", "QUALITY", credential, Map.of()).expect(201);
    Answer again =
        tyto.admin()
            .post(
                "/environments",
                Map.of(
                    "name",
                    first.get("name").toUpperCase(Locale.ROOT),
                    "connector",
                    "cpi",
                    "type",
                    "QUALITY",
                    "credentialId",
                    credential));
    again.refused(409, "duplicate-name");
    assertThat(fields(again)).containsExactly("name");
    Answer unknown = register("magic", "QUALITY", credential, Map.of());
    assertThat(fields(unknown.expect(400))).containsExactly("connector");
    tyto.project().admin().api().post("/environments", Map.of()).refused(403, "forbidden");
  }

  @Test
  void takesNoPrivateCredentialAndNoKeyToAnotherHost() {
    Map<String, Object> own = new HashMap<>(key("cpi-dev"));
    own.put("scope", "PRIVATE");
    String secret = tyto.admin().post("/credentials", own).expect(201).id();
    Answer refused = register("cpi", "QUALITY", secret, Map.of());
    assertThat(refused.expect(400).get("errors", 0, "code")).isEqualTo("credential-private");

    String key = credential("cpi-dev");
    Answer elsewhere =
        register("cpi", "QUALITY", key, Map.of("apiUrl", tyto.simulator().url("cpi-qa")));
    assertThat(elsewhere.expect(400).get("errors", 0, "code")).isEqualTo("host-not-bound");
  }

  @Test
  void bindsAPasswordToTheFirstHostAndFurtherOnesOnlyForWhoKnowsIt() {
    String credential = basic(tyto.admin()::post);
    Person other = tyto.person("admin");
    Answer first = other.api().post("/environments", abap("abap-dev", credential)).expect(201);
    Answer bound = tyto.admin().get("/credentials/" + credential);
    assertThat(bound.get("hosts", 0)).isEqualTo(host("abap-dev"));
    Answer refused = other.api().post("/environments", abap("abap-qas", credential));
    assertThat(refused.expect(400).get("errors", 0, "code")).isEqualTo("host-not-bound");
    Answer moved =
        other
            .api()
            .patch(
                "/environments/" + first.id(),
                1,
                Map.of("settings", Map.of("url", "https://evil.example")));
    assertThat(moved.expect(400).get("errors", 0, "code")).isEqualTo("host-not-bound");
    tyto.admin().post("/environments", abap("abap-qas", credential)).expect(201);
    Answer check = tyto.admin().post("/environments/" + first.id() + "/check", null).expect(200);
    assertThat(check.json().path("probes").size()).isPositive();
  }

  @Test
  void browsesLiveForWhoMay() {
    TestProject project = tyto.project();
    Answer dev = register("cpi", "DEVELOPMENT", credential("cpi-dev"), Map.of()).expect(201);
    String path = "/environments/" + dev.id() + "/artifacts";
    Person developer = project.member("developer");
    developer.api().get(path).refused(404, "not-found");
    developer.api().get("/environments/" + dev.id()).refused(404, "not-found");
    project
        .admin()
        .api()
        .put(project.path("/environments/" + dev.id()), Map.of("source", true))
        .expect(200);
    Answer packages = developer.api().get(path).expect(200);
    assertThat(packages.items("id")).contains("OrderToCash");
    Answer artifacts = developer.api().get(path + "?parent=OrderToCash&q=Replication").expect(200);
    assertThat(artifacts.items("id")).contains("OrderReplication");
    assertThat(developer.api().get("/environments").items("id")).containsExactly(dev.id());
    Person viewer = project.member("viewer");
    viewer.api().get("/environments/" + dev.id()).expect(200);
    viewer.api().get(path).refused(403, "forbidden");
    Answer check = tyto.admin().post("/environments/" + dev.id() + "/check", null).expect(200);
    assertThat(check.get("probes", 0, "outcome")).isEqualTo("PASSED");
  }

  @Test
  void refusesLandscapesAtTheEnvironmentThatIsWrong() {
    TestProject project = tyto.project();
    String dev = inProject(project, "cpi-dev", "DEVELOPMENT", true);
    String foreign = register("cpi", "QUALITY", credential("cpi-prod"), Map.of()).expect(201).id();
    String path = project.path("/landscapes");
    Answer wrong =
        project
            .admin()
            .api()
            .put(
                path,
                Map.of(
                    "items",
                    List.of(
                        Map.of("name", "A", "environments", List.of(dev, foreign, "none", dev)),
                        Map.of("name", "a", "environments", List.of()))));
    assertThat(fields(wrong.expect(400)))
        .containsExactlyInAnyOrder(
            "items[0].environments[1]",
            "items[0].environments[2]",
            "items[0].environments[3]",
            "items[1].name",
            "items[1].environments");
  }

  @Test
  void arrangesLandscapesOfTheProjectsEnvironments() {
    TestProject project = tyto.project();
    String dev = inProject(project, "cpi-dev", "DEVELOPMENT", true);
    String qa = inProject(project, "cpi-qa", "QUALITY", false);
    String path = project.path("/landscapes");
    Map<String, Object> right =
        Map.of("items", List.of(Map.of("name", "CPI", "environments", List.of(dev, qa))));
    Answer put = project.admin().api().put(path, right).expect(200);
    assertThat(project.admin().api().put(path, right).expect(200).json()).isEqualTo(put.json());
    assertThat(project.admin().api().get(path).json()).isEqualTo(put.json());
    assertThat(put.get("items", 0, "environments", 1)).isEqualTo(qa);
    project.admin().api().put(path, List.of(List.of(dev, qa))).expect(200);
    project
        .admin()
        .api()
        .delete(project.path("/environments/" + qa))
        .refused(409, "environment-in-use");
    assertThat(project.admin().api().get(project.path("/environments")).items("id"))
        .containsExactly(dev, qa);
    tyto.admin().delete("/environments/" + qa).refused(409, "environment-in-use");
    project.admin().api().put(path, Map.of("items", List.of())).expect(200);
    project.admin().api().delete(project.path("/environments/" + qa)).expect(204);
    project.member("viewer").api().put(path, right).refused(403, "forbidden");
    assertThat(audited(project.key()))
        .contains("environment-used", "environment-dropped", "landscapes-changed");
  }

  @Test
  void keepsNameAndPlaceOfAnEnvironmentThatAPipelineNames() {
    TestProject project = tyto.project();
    String qa = inProject(project, "cpi-qa", "QUALITY", false);
    String name = tyto.admin().get("/environments/" + qa).get("name");
    Map<String, Object> deploy = Map.of("deploy", Map.of("environment", name));
    Map<String, Object> stage = Map.of("name", "QA", "tasks", List.of(deploy));
    project
        .admin()
        .api()
        .post(project.path("/pipelines"), Map.of("name", "standard", "stages", List.of(stage)))
        .expect(201);
    Answer read = tyto.admin().get("/environments/" + qa).expect(200);
    assertThat(read.json().path("usedBy").toString()).contains("pipeline", "standard");
    tyto.admin()
        .patch("/environments/" + qa, 1, Map.of("name", name()))
        .refused(409, "environment-in-use");
    tyto.admin().patch("/environments/" + qa, 1, Map.of("mode", "PLAN_ONLY")).expect(200);
    Answer kept = project.admin().api().delete(project.path("/environments/" + qa));
    kept.refused(409, "environment-in-use");
    assertThat(kept.get("usedBy", 0, "name")).isEqualTo("standard");
  }

  @Test
  void showsParametersOfSourceAndTargetAndKeepsOurs() {
    TestProject project = tyto.project();
    String dev = inProject(project, "cpi-dev", "DEVELOPMENT", true);
    String qa = inProject(project, "cpi-qa", "QUALITY", false);
    String path = project.path("/parameters?environmentId=" + qa + "&artifactId=OrderReplication");
    Person developer = project.member("developer");
    Answer read = developer.api().get(path).expect(200);
    assertThat(read.items("key")).contains("Receiver_URL", "Poll_Interval", "Credential_Name");
    assertThat(read.get("items", 0, "source")).isNotEmpty();
    assertThat(read.get("items", 0, "dataType")).isNotEmpty();
    assertThat(read.get("items", 0, "value")).isEmpty();
    Map<String, Object> ours =
        Map.of("items", List.of(Map.of("key", "Credential_Name", "value", "S4_QA_COMM")));
    Answer put = developer.api().put(path, ours).expect(200);
    assertThat(developer.api().put(path, ours).expect(200).json()).isEqualTo(put.json());
    assertThat(value(put, "Credential_Name")).isEqualTo("S4_QA_COMM");
    Answer unknown =
        developer
            .api()
            .put(
                path,
                Map.of(
                    "items",
                    List.of(
                        Map.of("key", "Colour", "value", "red"),
                        Map.of("key", "Receiver_URL", "value", "https://x"))));
    unknown.refused(400, "unknown-parameter");
    assertThat(unknown.get("detail") + unknown.text()).contains("Colour");
    assertThat(value(developer.api().get(path), "Receiver_URL")).isEmpty();
    assertThat(developer.api().put(path, Map.of("items", List.of())).expect(200).text())
        .doesNotContain("\"value\":\"S4_QA_COMM\"");
    project.member("viewer").api().put(path, ours).refused(403, "forbidden");
    developer
        .api()
        .get(project.path("/parameters?environmentId=none&artifactId=x"))
        .refused(404, "not-found");
    String atSource =
        project.path("/parameters?environmentId=" + dev + "&artifactId=OrderReplication");
    assertThat(developer.api().get(atSource).expect(200).items("key")).isNotEmpty();
  }

  private static String value(Answer answer, String key) {
    return answer
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("key").asString().equals(key))
        .map(item -> item.path("value").asString(""))
        .findFirst()
        .orElse("");
  }

  private List<String> audited(String project) {
    return jdbc.sql("select action from audit_entry where project = :key")
        .param("key", project)
        .query(String.class)
        .list();
  }

  private static List<String> fields(Answer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }

  private String inProject(TestProject project, String system, String type, boolean source) {
    String id = register("cpi", type, credential(system), Map.of()).expect(201).id();
    project
        .admin()
        .api()
        .put(project.path("/environments/" + id), Map.of("source", source))
        .expect(200);
    return id;
  }

  private Answer register(
      String connector, String type, String credential, Map<String, Object> settings) {
    return tyto.admin()
        .post(
            "/environments",
            Map.of(
                "name", name(),
                "connector", connector,
                "type", type,
                "settings", settings,
                "credentialId", credential));
  }

  private Map<String, Object> abap(String system, String credential) {
    return Map.of(
        "name",
        name(),
        "connector",
        "abap",
        "type",
        "DEVELOPMENT",
        "settings",
        Map.of(
            "url", tyto.simulator().url(system),
            "client", "100",
            "systemId", "DEV",
            "importVia", "by-hand"),
        "credentialId",
        credential);
  }

  private String host(String system) {
    return tyto.simulator().url(system).replaceFirst("https?://", "");
  }

  private String credential(String system) {
    return tyto.admin().post("/credentials", key(system)).expect(201).id();
  }

  private Map<String, Object> key(String system) {
    Object key =
        tyto.simulator().system(system).describe(tyto.simulator().url(system)).get("serviceKey");
    return Map.of("name", name(), "type", "sap-cpi", "serviceKey", Objects.requireNonNull(key));
  }

  private String basic(BiFunction<String, Object, Answer> post) {
    Map<String, Object> body =
        Map.of("name", name(), "type", "basic", "username", "TYTO_DEPLOY", "password", "p");
    return post.apply("/credentials", body).expect(201).id();
  }

  private static String name() {
    return "ENV-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
