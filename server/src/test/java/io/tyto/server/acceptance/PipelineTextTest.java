package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the text of a pipeline may say, and how it is told what is wrong with it. */
@TytoTest
class PipelineTextTest {
  private static final String STRAIGHT =
      """
      name: straight
      stages:
        - name: PROD
          tasks:
            - build: {}
            - deploy: { stage: PROD }
      """;

  private final Tyto tyto;
  private final TestProject project;

  PipelineTextTest(Tyto tyto) {
    this.tyto = tyto;
    this.project = tyto.project();
  }

  private Answer save(String yaml) {
    return project.admin().api().send("POST", project.path("/pipelines"), yaml, yaml());
  }

  private static UnaryOperator<HttpRequest.Builder> yaml() {
    return request -> request.setHeader("Content-Type", "application/yaml");
  }

  @Test
  void saysAtWhichLineAndColumnATextIsWrong() {
    Answer broken = save("name: x\nstages:\n  - name: [\n").refused(400, "broken-syntax");
    assertThat(broken.get("errors", 0, "line")).isEqualTo("4");
    assertThat(broken.get("detail")).contains("Line 4, column 1");
    Answer unknown = save(STRAIGHT.replace("build: {}", "bild: {}"));
    unknown.refused(400, "invalid-pipeline");
    assertThat(unknown.get("errors", 0, "line")).isEqualTo("5");
    assertThat(unknown.text()).contains("bild");
    Answer elsewhere = save(STRAIGHT.replace("stage: PROD", "environment: CPI-MOON"));
    elsewhere.refused(400, "invalid-pipeline");
    assertThat(elsewhere.get("errors", 0, "message")).contains("CPI-MOON");
    assertThat(elsewhere.get("errors", 0, "line")).isEqualTo("6");
  }

  @Test
  void refusesTwoOfTheSameName() {
    Answer tasks = save(STRAIGHT.replace("- build: {}", "- build: {}\n      - build: {}"));
    assertThat(tasks.refused(400, "invalid-pipeline").get("errors", 0, "message"))
        .contains("give one of them a name");
  }

  @Test
  void keepsEveryVersionAndRefusesAStaleOne() {
    Answer first = save(STRAIGHT).expect(201);
    String path = project.path("/pipelines/" + first.id());
    Map<String, Object> renamed =
        Map.of(
            "name",
            "renamed",
            "stages",
            List.of(Map.of("name", "PROD", "tasks", List.of(Map.of("build", Map.of())))));
    Answer second = project.admin().api().put(path, first.version(), renamed).expect(200);
    assertThat(second.version()).isEqualTo(first.version() + 1);
    project.admin().api().put(path, first.version(), renamed).expect(412);
    Answer versions = project.admin().api().get(path + "/versions").expect(200);
    assertThat(versions.items("version")).containsExactlyInAnyOrder("1", "2");
    assertThat(versions.text()).contains("straight").contains("renamed");
  }

  @Test
  void warnsOfProductionWithoutFourEyesWhenItIsNamedByItsPlace() {
    assertThat(save(STRAIGHT).expect(201).json().path("warnings")).isEmpty();
    Rollout rollout = Rollout.start(tyto, Rollout.SILENT);
    String straight = rollout.pipeline(STRAIGHT);
    assertThat(warnings(rollout, straight)).contains("Production").contains("deploy PROD");
    String eyes = "- approve: { by: [role:approver], exclude: [promoter, author] }";
    String guarded =
        rollout.pipeline(STRAIGHT.replace("straight", "eyes").replace("- build: {}", eyes));
    assertThat(warnings(rollout, guarded)).isEqualTo("[]");
  }

  private static String warnings(Rollout rollout, String pipeline) {
    return rollout
        .developer()
        .api()
        .get(rollout.path("/pipelines/" + pipeline))
        .json()
        .path("warnings")
        .toString();
  }
}
