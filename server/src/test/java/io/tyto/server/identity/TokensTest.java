package io.tyto.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@TytoTest
class TokensTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;

  TokensTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @Test
  void actsAsItsOwnerWithoutCsrf() {
    Person owner = tyto.person("admin");
    Api token = tyto.token(make(owner).get("token"));
    assertThat(token.get("/session").expect(200).get("user", "name")).isEqualTo(owner.name());
    token.post("/projects", Map.of("key", "TOK", "name", "By token")).expect(201);
    token.post("/tokens", Map.of("name", "child")).refused(403, "token-makes-no-token");
  }

  @Test
  void isShownOnceAndStoredAsDigest() {
    Person owner = tyto.person();
    Answer made = make(owner);
    String text = made.get("token");
    assertThat(text).matches("tyto_[0-9A-Za-z]{38}");
    Answer list = owner.api().get("/tokens").expect(200);
    assertThat(list.items("id")).containsExactly(made.id());
    assertThat(list.text()).doesNotContain(text.substring(10));
    assertThat(
            jdbc.sql("select count(*) from identity_token t where t::text like '%' || :part || '%'")
                .param("part", text.substring(10))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void endsWhenRevokedExpiredOrItsOwnerLocked() {
    Person owner = tyto.person();
    Answer revoked = make(owner);
    owner.api().delete("/tokens/" + revoked.id()).expect(204);
    owner.api().delete("/tokens/" + revoked.id()).expect(204);
    tyto.token(revoked.get("token")).get("/tokens").refused(401, "unauthenticated");

    Api expiring = tyto.token(make(owner).get("token"));
    expiring.get("/tokens").expect(200);
    tyto.clock().advance(Duration.ofDays(91));
    expiring.get("/tokens").refused(401, "unauthenticated");

    Person other = tyto.person();
    Api orphan = tyto.token(make(other).get("token"));
    tyto.admin().post("/users/" + other.id() + "/lock", null).expect(200);
    orphan.get("/tokens").refused(401, "unauthenticated");
  }

  @Test
  void refusesToLastLongerThanAYearOrToBeSomebodyElses() {
    Person owner = tyto.person();
    owner
        .api()
        .post("/tokens", Map.of("name", "x", "expiresAt", "2099-01-01T00:00:00Z"))
        .refused(400, "invalid");
    Answer made = make(owner);
    tyto.person().api().delete("/tokens/" + made.id()).refused(404, "not-found");
  }

  @Test
  void refusesAWrongTokenEvenBesideAGoodSession() {
    Person person = tyto.person();
    person
        .api()
        .send("GET", "/tokens", null, request -> request.header("Authorization", "Bearer tyto_x"))
        .refused(401, "unauthenticated");
  }

  private static Answer make(Person owner) {
    return owner.api().post("/tokens", Map.of("name", "ci")).expect(201);
  }
}
