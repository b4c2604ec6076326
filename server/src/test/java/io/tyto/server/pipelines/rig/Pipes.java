package io.tyto.server.pipelines.rig;

import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.List;

/** Pipelines to test with. */
public final class Pipes {

  private Pipes() {}

  public static PipelineDefinition standard() {
    return new PipelineDefinition(
        "standard",
        null,
        List.of(
            new Stage(
                "QA",
                List.of(
                    task("Build QA", new TaskSpec.Build()),
                    task("Validate QA", new TaskSpec.Validate(List.of("downgrade"), false)),
                    task("Approve QA", approve(List.of("role:release-manager"), 1, "promoter")),
                    task("Deploy QA", deploy("CPI-QA", false)))),
            new Stage(
                "PROD",
                List.of(
                    task("Wait PROD", new TaskSpec.WaitForPromotion()),
                    task(
                        "Approve PROD", approve(List.of("role:approver"), 1, "promoter", "author")),
                    task("Deploy PROD", deploy("CPI-PROD", true)),
                    task("Status", new TaskSpec.AlmStatus("Deployed", "Done"))))));
  }

  public static PipelineDefinition of(Task... tasks) {
    return new PipelineDefinition("one", null, List.of(new Stage("QA", List.of(tasks))));
  }

  public static Task task(String name, TaskSpec spec) {
    return new Task(name, null, spec);
  }

  public static Task parallel(String name, String group, TaskSpec spec) {
    return new Task(name, group, spec);
  }

  public static TaskSpec.Approve approve(List<String> by, int min, String... exclude) {
    return new TaskSpec.Approve(by, min, List.of(exclude), null, null);
  }

  public static TaskSpec.Deploy deploy(String environment, boolean backup) {
    return new TaskSpec.Deploy(environment, null, backup, "original", "upload-and-deploy");
  }
}
