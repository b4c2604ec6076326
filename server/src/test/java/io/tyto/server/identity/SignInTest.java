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

@TytoTest
class SignInTest {
  private final Tyto tyto;

  SignInTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void showsNobodyBeforeSignInAndSetsTheCsrfCookie() {
    Api api = tyto.anonymous();
    Answer answer = api.get("/session").expect(200);
    assertThat(answer.json().get("user").isNull()).isTrue();
    assertThat(api.cookie("XSRF-TOKEN")).isNotBlank();
    assertThat(api.cookie("TYTO-SESSION")).isNull();
  }

  @Test
  void refusesSignInWithoutTheCsrfHeader() {
    tyto.anonymous()
        .post("/session", Map.of("username", "admin", "password", Tyto.ADMIN_PASSWORD))
        .refused(403, "csrf");
  }

  @Test
  void changesTheCsrfTokenAtSignInAndKeepsItAfterwards() {
    Api api = tyto.anonymous();
    api.get("/session");
    String before = api.cookie("XSRF-TOKEN");
    api.signIn("admin", Tyto.ADMIN_PASSWORD).expect(200);
    String after = api.cookie("XSRF-TOKEN");
    assertThat(after).isNotEqualTo(before);
    api.get("/users").expect(200);
    assertThat(api.cookie("XSRF-TOKEN")).isEqualTo(after);
  }

  @Test
  void saysTheSameForAWrongPasswordAndAnUnknownName() {
    Person person = tyto.person();
    Answer wrong = tyto.anonymous().signIn(person.name(), "wrong").refused(401, "sign-in-failed");
    Answer nobody = tyto.anonymous().signIn("nobody-at-all", "x").refused(401, "sign-in-failed");
    assertThat(nobody.json()).isEqualTo(wrong.json());
  }

  @Test
  void blocksANameAfterFiveFailuresWhetherItExistsOrNot() {
    Person person = tyto.person();
    for (String name : new String[] {person.name(), "ghost-" + person.name()}) {
      Api api = tyto.anonymous();
      for (int i = 0; i < 5; i++) {
        api.signIn(name, "wrong").refused(401, "sign-in-failed");
      }
      api.signIn(name, person.password()).refused(429, "sign-in-blocked");
    }
    tyto.clock().advance(Duration.ofMinutes(16));
    tyto.anonymous().signIn(person.name(), person.password()).expect(200);
  }

  @Test
  void letsAnAdministratorLiftTheBlock() {
    Person person = tyto.person();
    Api api = tyto.anonymous();
    for (int i = 0; i < 5; i++) {
      api.signIn(person.name(), "wrong");
    }
    tyto.admin().post("/users/" + person.id() + "/unlock", null).expect(200);
    api.signIn(person.name(), person.password()).expect(200);
  }

  @Test
  void endsASessionAfterTwelveHoursAlthoughItWasUsed() {
    Person person = tyto.person();
    person.api().get("/tokens").expect(200);
    tyto.clock().advance(Duration.ofHours(12).plusSeconds(1));
    person.api().get("/tokens").refused(401, "unauthenticated");
  }

  @Test
  void throwsALockedUserOutAtTheNextRequest() {
    Person person = tyto.person();
    tyto.admin().post("/users/" + person.id() + "/lock", null).expect(200);
    person.api().get("/tokens").refused(401, "unauthenticated");
    tyto.anonymous().signIn(person.name(), person.password()).refused(403, "locked");
  }

  @Test
  void signsOut() {
    Person person = tyto.person();
    person.api().delete("/session").expect(204);
    person.api().get("/tokens").refused(401, "unauthenticated");
  }

  @Test
  void refusesAnUnsafeCallFromAnotherSite() {
    tyto.admin()
        .send(
            "POST",
            "/users",
            Map.of("name", "x"),
            request -> request.header("Sec-Fetch-Site", "cross-site"))
        .refused(403, "cross-site");
  }

  @Test
  void changesTheOwnPasswordAndEndsAllSessions() {
    Person person = tyto.person();
    person
        .api()
        .post("/session/password", Map.of("current", "wrong", "next", "a new password"))
        .refused(401, "sign-in-failed");
    person
        .api()
        .post("/session/password", Map.of("current", person.password(), "next", "a new password"))
        .expect(204);
    person.api().get("/tokens").refused(401, "unauthenticated");
    tyto.signIn(person.name(), "a new password");
  }
}
