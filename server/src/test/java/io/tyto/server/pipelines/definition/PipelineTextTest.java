package io.tyto.server.pipelines.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author wrote stays as it was written. */
@TytoTest
class PipelineTextTest {
  private static final String WRITTEN =
      """
      # Agreed with the basis team.
      name: commented
      stages:
        - name: QA
          tasks:
            - build: {}   # everything, always
            - validate: { checks: [downgrade] }
      """;

  private final Tyto tyto;
  private TestProject project;

  PipelineTextTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeEach
  void project() {
    project = tyto.project();
  }

  @Test
  void keepsCommentsAndTheWayOfWriting() {
    Answer made = send("POST", "/pipelines", WRITTEN, null).expect(201);
    assertThat(made.get("yaml")).isEqualTo(WRITTEN);
    String path = "/pipelines/" + made.id();
    assertThat(
            project
                .admin()
                .api()
                .send("GET", project.path(path), null, r -> r.header("Accept", "application/yaml"))
                .expect(200)
                .text())
        .isEqualTo(WRITTEN);
    String next = WRITTEN.replace("everything, always", "as agreed");
    send("PUT", path, next, made).expect(200);
    Answer versions = project.admin().api().get(project.path(path + "/versions")).expect(200);
    assertThat(versions.items("yaml")).containsExactly(next, WRITTEN);
  }

  @Test
  void writesYamlForWhatCameAsJson() {
    Answer made =
        project
            .admin()
            .api()
            .post(
                project.path("/pipelines"),
                """
                {"name": "plain", "stages": [{"name": "QA", "tasks": [{"build": {}}]}]}
                """)
            .expect(201);
    assertThat(made.get("yaml"))
        .isEqualTo("name: plain\nstages:\n- name: QA\n  tasks:\n  - build: {}\n");
  }

  private Answer send(String method, String path, String yaml, @Nullable Answer seen) {
    UnaryOperator<HttpRequest.Builder> headers =
        r -> {
          r.setHeader("Content-Type", "application/yaml");
          return seen == null ? r : r.setHeader("If-Match", "\"" + seen.version() + "\"");
        };
    return project.admin().api().send(method, project.path(path), yaml, headers);
  }
}
