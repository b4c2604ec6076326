package io.tyto.server.pipelines.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long tasks may take and when they stop, as authors write it. */
@TytoTest
class ConditionsTextTest {
  private final Tyto tyto;
  private TestProject project;
  private int saved;

  ConditionsTextTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @BeforeEach
  void project() {
    project = tyto.project();
  }

  private Answer save(String task) {
    return project
        .admin()
        .api()
        .post(
            project.path("/pipelines"),
            """
            {"name": "p%d", "stages": [{"name": "QA", "tasks": [%s]}]}
            """
                .formatted(++saved, task));
  }

  private void isKept(String task, String yaml) {
    assertThat(save(task).expect(201).get("yaml")).contains(yaml);
  }

  @Test
  void keepsTimes() {
    isKept("{\"deploy\": {\"stage\": \"QA\", \"timeout\": \"PT30M\"}}", "timeout: PT30M");
    isKept("{\"validate\": {\"checks\": [\"released\"], \"timeout\": \"PT5M\"}}", "timeout: PT5M");
    isKept(
        "{\"callout\": {\"destination\": \"CI\", \"method\": \"GET\", \"path\": \"/x\","
            + " \"timeout\": \"PT20S\"}}",
        "timeout: PT20S");
    isKept("{\"manual\": {\"text\": \"Look\", \"expires\": \"P7D\"}}", "expires: PT168H");
  }

  @ParameterizedTest
  @CsvSource({
    "deploy, timeout, PT0S", "deploy, timeout, P7DT1S", "manual, expires, PT0S",
    "manual, expires, P367D", "wait-for-message, expires, P400D", "deploy, timeout, P9999999D"
  })
  void refusesTimesOfNothingOrWithoutAnEnd(String kind, String name, String time) {
    String more =
        switch (kind) {
          case "manual" -> "\"text\": \"Look\", ";
          case "wait-for-message" -> "\"name\": \"tests\", ";
          default -> "";
        };
    Answer answer = save("{\"%s\": {%s\"%s\": \"%s\"}}".formatted(kind, more, name, time));
    answer.refused(400, "invalid-pipeline");
    assertThat(answer.get("errors", 0, "field")).endsWith(kind + "." + name);
  }

  @Test
  void goesOnInSpiteOfAFailureOnlyWhereNothingIsBroughtToATarget() {
    String goOn = "\"continueOnFailure\": true";
    isKept("{\"validate\": {\"checks\": [], %s}}".formatted(goOn), "continueOnFailure: true");
    isKept(
        "{\"callout\": {\"destination\": \"CI\", \"method\": \"GET\", \"path\": \"/x\", %s}}"
            .formatted(goOn),
        "continueOnFailure: true");
    isKept(
        "{\"wait-for-message\": {\"name\": \"tests\", \"expires\": \"PT1H\", %s}}".formatted(goOn),
        "continueOnFailure: true");
    isKept("{\"alm-status\": {\"feature\": \"Done\", %s}}".formatted(goOn), "continueOnFailure");
    isKept(
        "{\"notify\": {\"to\": [\"role:developer\"], \"text\": \"Look\", %s}}".formatted(goOn),
        "continueOnFailure: true");
    for (String kind : List.of("build", "deploy", "release-transport", "wait-for-promotion")) {
      save("{\"%s\": {%s}}".formatted(kind, goOn)).refused(400, "invalid-pipeline");
    }
    save("{\"approve\": {\"by\": [\"role:approver\"], %s}}".formatted(goOn))
        .refused(400, "invalid-pipeline");
    save("{\"manual\": {\"text\": \"Look\", %s}}".formatted(goOn)).refused(400, "invalid-pipeline");
    Answer endless = save("{\"wait-for-message\": {\"name\": \"tests\", %s}}".formatted(goOn));
    assertThat(endless.refused(400, "invalid-pipeline").get("detail")).contains("Give expires");
  }

  @Test
  void knowsTimesOnlyWhereTheyMeanSomething() {
    save("{\"build\": {\"timeout\": \"PT5M\"}}").refused(400, "invalid-pipeline");
    save("{\"release-transport\": {\"timeout\": \"PT5M\"}}").refused(400, "invalid-pipeline");
  }
}
