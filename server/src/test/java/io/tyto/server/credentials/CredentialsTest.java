package io.tyto.server.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@TytoTest
class CredentialsTest {
  private static final String TOKEN_URL = "https://t.authentication.eu10.hana.ondemand.com";

  private final Tyto tyto;
  private final JdbcClient jdbc;

  CredentialsTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @Test
  void registersFromAServiceKeyAndNeverShowsTheSecret() {
    Answer made =
        tyto.admin()
            .post(
                "/credentials",
                """
                {"name":"%s","type":"sap-cloud-alm","scope":"GLOBAL","serviceKey":
                  {"endpoints":{"Api":"https://eu10.alm.cloud.sap/api"},
                   "uaa":{"clientid":"c!b1","clientsecret":"planted-key-secret","url":"%s"}}}
                """
                    .formatted(name(), TOKEN_URL))
            .expect(201);
    Answer read = tyto.admin().get("/credentials/" + made.id()).expect(200);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.get("clientId")).isEqualTo("c!b1");
    assertThat(read.get("tokenUrl")).isEqualTo(TOKEN_URL + "/oauth/token");
    assertThat(read.get("apiUrl")).isEqualTo("https://eu10.alm.cloud.sap/api");
    assertThat(read.json().path("hosts").toString()).contains("eu10.alm.cloud.sap");
    assertThat(read.get("createdBy")).isNotEmpty();
    assertThat(read.get("secretMissing")).isEqualTo("false");
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.text() + read.text()).doesNotContain("planted");
  }

  @Test
  void refusesANameThatIsTakenInAnyCase() {
    String name = name();
    single(name, Map.of()).expect(201);
    Answer refused = single(name.toUpperCase(Locale.ROOT), Map.of());
    refused.refused(409, "duplicate-name");
    assertThat(refused.get("errors", 0, "field")).isEqualTo("name");
  }

  @Test
  void hidesAPrivateCredentialFromEverybodyElse() {
    String name = name();
    Answer made = single(name, Map.of("scope", "PRIVATE")).expect(201);
    String path = "/credentials/" + made.id();
    Person other = tyto.person("admin");
    other.api().get(path).refused(404, "not-found");
    other.api().patch(path, 1, Map.of("name", name())).refused(404, "not-found");
    other.api().post(path + "/check", null).refused(404, "not-found");
    other.api().delete(path).refused(404, "not-found");
    assertThat(other.api().get("/credentials?limit=500").items("id")).doesNotContain(made.id());
    assertThat(other.api().get("/credentials?count=true&q=" + name).json().path("total").asInt())
        .isZero();
    assertThat(tyto.admin().get("/credentials?q=" + name).items("id")).containsExactly(made.id());
    other.api().post("/credentials", values(name)).expect(201);
    String audited =
        String.join(
            "\n",
            jdbc.sql("select details::text from audit_entry where subject = :subject")
                .param("subject", "credential/" + made.id())
                .query(String.class)
                .list());
    assertThat(audited).contains("PRIVATE").doesNotContain(name).doesNotContain("ondemand");
  }

  @Test
  void keepsTheSecretThatIsLeftEmptyAndClearsItWhenTheHostChanges() {
    Answer made = single(name(), Map.of()).expect(201);
    String path = "/credentials/" + made.id();
    Answer kept =
        tyto.admin().patch(path, 1, Map.of("clientSecret", "", "clientId", "new")).expect(200);
    assertThat(kept.get("secretMissing")).isEqualTo("false");
    assertThat(kept.get("clientId")).isEqualTo("new");
    assertThat(kept.get("modifiedBy")).isNotEmpty();
    assertThat(stored(made.id())).isEqualTo(1);

    Answer moved =
        tyto.admin().patch(path, 2, Map.of("tokenUrl", "https://evil.example")).expect(200);
    assertThat(moved.get("secretMissing")).isEqualTo("true");
    assertThat(moved.get("message")).contains("enter the clientSecret again");
    assertThat(stored(made.id())).isZero();
    Answer check = tyto.admin().post(path + "/check", null).expect(200);
    assertThat(check.get("probes", 0, "outcome")).isEqualTo("FAILED");

    Answer entered =
        tyto.admin().patch(path, 3, Map.of("clientSecret", "planted-again")).expect(200);
    assertThat(entered.get("secretMissing")).isEqualTo("false");
    tyto.admin().patch(path, 3, Map.of("name", name())).refused(412, "stale");
  }

  @Test
  void clearsTheSecretWhenAnApiAddressIsAdded() {
    Answer made = single(name(), Map.of()).expect(201);
    Answer moved =
        tyto.admin()
            .patch("/credentials/" + made.id(), 1, Map.of("apiUrl", "https://evil.example/api"))
            .expect(200);
    assertThat(moved.get("secretMissing")).isEqualTo("true");
  }

  @Test
  void letsProjectAdminsChangeTheirOwnOnly() {
    TestProject project = tyto.project();
    Api owner = project.admin().api();
    Answer theirs = owner.post("/credentials", values(name())).expect(201);
    owner.patch("/credentials/" + theirs.id(), 1, Map.of("clientId", "x")).expect(200);
    Answer global = single(name(), Map.of()).expect(201);
    owner.get("/credentials/" + global.id()).expect(200);
    owner
        .patch("/credentials/" + global.id(), 1, Map.of("clientId", "x"))
        .refused(403, "forbidden");
    owner.delete("/credentials/" + global.id()).refused(403, "forbidden");
    Person developer = project.member("developer");
    developer.api().get("/credentials").refused(403, "forbidden");
    developer.api().post("/credentials", values(name())).refused(403, "forbidden");
    tyto.admin().delete("/credentials/" + theirs.id()).expect(204);
  }

  @Test
  void filtersSortsAndPages() {
    String prefix = name();
    for (String end : List.of("b", "a", "C")) {
      single(prefix + end, Map.of()).expect(201);
    }
    Map<String, Object> basic =
        Map.of("name", prefix + "d", "type", "basic", "username", "U", "password", "p");
    tyto.admin().post("/credentials", basic).expect(201);
    String list = "/credentials?q=" + prefix;
    assertThat(tyto.admin().get(list).items("name"))
        .containsExactly(prefix + "a", prefix + "b", prefix + "C", prefix + "d");
    assertThat(tyto.admin().get(list + "&type=basic&scope=GLOBAL").items("name"))
        .containsExactly(prefix + "d");
    for (String sort : List.of("name", "-name", "type", "-createdAt", "modifiedAt")) {
      String path = list + "&limit=1&sort=" + sort;
      Answer first = tyto.admin().get(path).expect(200);
      Set<String> seen = new LinkedHashSet<>(first.items("id"));
      for (String next = first.get("nextCursor"); !next.isEmpty(); ) {
        Answer page = tyto.admin().get(path + "&cursor=" + next).expect(200);
        seen.addAll(page.items("id"));
        next = page.get("nextCursor");
      }
      assertThat(seen).as(sort).hasSize(4);
    }
    tyto.admin().get("/credentials?q=ab").refused(400, "invalid");
    tyto.admin().get("/credentials?sort=secret").refused(400, "invalid");
    tyto.admin().get("/credentials?type=magic").refused(400, "invalid");
    tyto.admin().get("/credentials?cursor=nonsense!").refused(400, "bad-cursor");
  }

  @Test
  void saysWhatIsWrongAtTheField() {
    Answer broken =
        tyto.admin()
            .post(
                "/credentials",
                Map.of(
                    "name", name(), "type", "sap-cpi", "serviceKey", "{\"oauth\": planted-broken"));
    broken.refused(400, "broken-json");
    assertThat(broken.get("errors", 0, "field")).isEqualTo("serviceKey");
    assertThat(broken.text()).doesNotContain("planted");
    tyto.admin().post("/credentials", Map.of("name", "x", "type", "magic")).refused(400, "invalid");
    tyto.admin().post("/credentials", Map.of("name", "x")).refused(400, "invalid");
  }

  private int stored(String id) {
    return jdbc.sql("select count(*) from credential_secret where credential_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private Answer single(String name, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(values(name));
    body.putAll(more);
    return tyto.admin().post("/credentials", body);
  }

  private static Map<String, Object> values(String name) {
    return Map.of(
        "name",
        name,
        "type",
        "sap-cpi",
        "clientId",
        "c",
        "clientSecret",
        "planted-single",
        "tokenUrl",
        TOKEN_URL);
  }

  private static String name() {
    return "cred-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
