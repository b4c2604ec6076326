package io.tyto.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@TytoTest
class UsersTest {
  private final Tyto tyto;
  private final Users users;

  UsersTest(Tyto tyto, Users users) {
    this.tyto = tyto;
    this.users = users;
  }

  @Test
  void knowsAPersonByAliasesOfASystemOrOfAll() {
    Answer made =
        tyto.admin()
            .post(
                "/users",
                Map.of(
                    "name",
                    "mira",
                    "displayName",
                    "Mira M.",
                    "email",
                    "mira@example.com",
                    "aliases",
                    List.of(
                        Map.of("system", "S4D", "name", "MMEIER"),
                        Map.of("system", "*", "name", "mm@corp"))))
            .expect(201);
    assertThat(users.knownAs("s4d", "mmeier")).extracting(UserView::name).containsExactly("mira");
    assertThat(users.knownAs("S4Q", "mmeier")).isEmpty();
    assertThat(users.knownAs("S4Q", "MM@corp")).extracting(UserView::name).containsExactly("mira");
    assertThat(users.knownAs("any", "Mira")).extracting(UserView::name).containsExactly("mira");
    Answer changed =
        tyto.admin()
            .patch(
                "/users/" + made.id(), 1, Map.of("aliases", List.of(), "roles", List.of("auditor")))
            .expect(200);
    assertThat(changed.get("email")).isEqualTo("mira@example.com");
    assertThat(changed.get("roles", 0)).isEqualTo("auditor");
    assertThat(users.knownAs("S4D", "mmeier")).isEmpty();
  }

  @Test
  void namesEveryWrongField() {
    Answer answer =
        tyto.admin()
            .post("/users", Map.of("name", "with blank", "email", "nonsense"))
            .refused(400, "invalid");
    assertThat(answer.json().get("errors")).hasSize(2);
    tyto.admin()
        .post("/users", Map.of("name", "shorty", "password", "short"))
        .refused(400, "weak-password");
    tyto.admin().post("/users", Map.of("name", "ADMIN")).refused(409, "duplicate-name");
    tyto.admin()
        .post("/users", Map.of("name", "x1", "roles", List.of("god")))
        .refused(400, "invalid");
  }

  @Test
  void namesTheFieldThatCannotBeRead() {
    Answer nested =
        tyto.admin()
            .post("/users", "{\"name\":\"x\",\"aliases\":[{\"system\":{}}]}")
            .refused(400, "invalid");
    assertThat(nested.get("errors", 0, "field")).isEqualTo("aliases[0].system");
    tyto.admin().post("/users", "{\"name\":").refused(400, "unreadable");
    tyto.admin()
        .send("POST", "/users", "x", request -> request.setHeader("Content-Type", "text/plain"))
        .refused(415, "media-type");
    tyto.admin().put("/users", Map.of()).refused(405, "method-not-allowed");
    tyto.admin().get("/no-such-thing").refused(404, "not-found");
    tyto.admin().get("/users/nobody").refused(404, "not-found");
  }

  @Test
  void endsSessionsWhenAnAdministratorSetsThePassword() {
    Person person = tyto.person();
    tyto.admin()
        .patch("/users/" + person.id(), 1, Map.of("password", "another password"))
        .expect(200);
    person.api().get("/tokens").refused(401, "unauthenticated");
    tyto.signIn(person.name(), "another password");
  }
}
