package io.tyto.server.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@TytoTest
class ProjectsTest {
  private final Tyto tyto;

  ProjectsTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void makesTheCreatorProjectAdmin() {
    Person admin = tyto.person("admin");
    Answer made =
        admin
            .api()
            .post("/projects", Map.of("key", "CREA", "name", "Created", "description", "d"))
            .expect(201);
    assertThat(made.header("Location")).isEqualTo("/api/v1/projects/CREA");
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.id()).isEqualTo("CREA");
    assertThat(made.get("settings", "transportRelease")).isEqualTo("developer");
    Answer members = admin.api().get("/projects/CREA/members").expect(200);
    assertThat(members.items("name")).containsExactly(admin.name());
    assertThat(members.get("items", 0, "roles", 0)).isEqualTo("project-admin");
  }

  @Test
  void refusesAWrongKeyAndATakenKeyOrName() {
    TestProject project = tyto.project();
    Answer wrong = tyto.admin().post("/projects", Map.of("key", "bha", "name", "x")).expect(400);
    assertThat(wrong.get("errors", 0, "field")).isEqualTo("key");
    Answer key =
        tyto.admin()
            .post("/projects", Map.of("key", project.key(), "name", "Other"))
            .refused(409, "duplicate-name");
    assertThat(key.get("errors", 0, "field")).isEqualTo("key");
    Answer name =
        tyto.admin()
            .post("/projects", Map.of("key", "OTHER", "name", "PROJECT " + project.key()))
            .refused(409, "duplicate-name");
    assertThat(name.get("errors", 0, "field")).isEqualTo("name");
  }

  @Test
  void changesOnlyWhatIsGivenAndOnlyWithTheVersionSeen() {
    TestProject project = tyto.project();
    Map<String, Object> change =
        Map.of("description", "new", "settings", Map.of("componentRequired", true));
    project
        .admin()
        .api()
        .send("PATCH", project.path(""), change, r -> r)
        .refused(428, "if-match-required");
    Answer changed = project.admin().api().patch(project.path(""), 1, change).expect(200);
    assertThat(changed.get("name")).isEqualTo("Project " + project.key());
    assertThat(changed.get("description")).isEqualTo("new");
    assertThat(changed.get("settings", "componentRequired")).isEqualTo("true");
    assertThat(changed.get("settings", "transportRelease")).isEqualTo("developer");
    assertThat(changed.version()).isEqualTo(2);
    project.admin().api().patch(project.path(""), 1, change).refused(412, "stale");
    project
        .admin()
        .api()
        .patch(project.path(""), 2, Map.of("settings", Map.of("transportRelease", "anybody")))
        .refused(400, "invalid");
    project
        .admin()
        .api()
        .patch(project.path(""), 2, Map.of("defaultPipelineId", "no such"))
        .refused(400, "invalid");
  }

  @Test
  void hidesAProjectFromStrangersAndRefusesViewers() {
    TestProject project = tyto.project();
    Person stranger = tyto.project().admin();
    stranger.api().get(project.path("")).refused(404, "not-found");
    stranger.api().get("/projects/NOSUCH").refused(404, "not-found");
    assertThat(stranger.api().get("/projects").items("key")).doesNotContain(project.key());
    Person viewer = project.member("viewer");
    assertThat(viewer.api().get("/projects").items("key")).containsExactly(project.key());
    viewer.api().patch(project.path(""), 1, Map.of("name", "x")).refused(403, "forbidden");
  }

  @Test
  void takesAwayARoleAtTheNextRequest() {
    TestProject project = tyto.project();
    Person person = project.member("viewer");
    person.api().get(project.path("")).expect(200);
    project.admin().api().delete(project.path("/members/" + person.name())).expect(204);
    project.admin().api().delete(project.path("/members/" + person.name())).expect(204);
    person.api().get(project.path("")).refused(404, "not-found");
  }

  @Test
  void refusesUnknownRolesAndMembershipsWithout() {
    TestProject project = tyto.project();
    String path = project.path("/members/" + project.admin().id());
    project.admin().api().put(path, Map.of("roles", List.of("boss"))).refused(400, "invalid");
    project.admin().api().put(path, Map.of("roles", List.of())).refused(400, "invalid");
    project.admin().api().put(path, Map.of()).refused(400, "invalid");
    project
        .admin()
        .api()
        .put(project.path("/members/nobody"), Map.of("roles", List.of("viewer")))
        .refused(404, "not-found");
  }

  @Test
  void archivesAndRestores() {
    TestProject project = tyto.project();
    project.admin().api().post(project.path("/archive"), null).refused(403, "forbidden");
    assertThat(tyto.admin().post(project.path("/archive"), null).expect(200).get("archived"))
        .isEqualTo("true");
    assertThat(project.admin().api().get("/projects?archived=false").items("key")).isEmpty();
    project
        .admin()
        .api()
        .post(project.path("/syncs"), Map.of("mode", "FULL"))
        .refused(409, "project-archived");
    project.admin().api().get(project.path("")).expect(200);
    assertThat(tyto.admin().post(project.path("/restore"), null).expect(200).get("archived"))
        .isEqualTo("false");
  }

  @Test
  void pagesThroughAList() {
    tyto.project();
    tyto.project();
    Answer first = tyto.admin().get("/projects?limit=1&count=true").expect(200);
    assertThat(first.items("key")).hasSize(1);
    assertThat(first.json().get("total").asLong()).isGreaterThan(1);
    Answer second =
        tyto.admin().get("/projects?limit=1&cursor=" + first.get("nextCursor")).expect(200);
    assertThat(second.items("key")).hasSize(1).isNotEqualTo(first.items("key"));
    assertThat(second.json().has("total")).isFalse();
    tyto.admin().get("/projects?cursor=%21%21").refused(400, "bad-cursor");
    tyto.admin().get("/projects?limit=501").refused(400, "invalid");
  }
}
