package io.tyto.server.pipelines.gate;

import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before Production stands an approval by somebody who neither made nor promoted the change. */
@Component
@Order(100)
class FourEyesGate implements Gate {
  private final boolean required;

  FourEyesGate(@Value("${tyto.require-four-eyes:false}") boolean required) {
    this.required = required;
  }

  @Override
  public String code() {
    return "four-eyes";
  }

  @Override
  public GateVerdict check(GateSubject subject) {
    List<String> production =
        subject.targets().stream().filter(Target::production).map(Target::task).toList();
    for (Stage stage : subject.pipeline().definition().stages()) {
      for (Task task : stage.tasks()) {
        if (guards(task.spec())) {
          return GateVerdict.pass(code(), "\"%s\" keeps the four eyes.".formatted(task.name()));
        }
        if (production.contains(task.name())) {
          return missing(task.name());
        }
      }
    }
    return GateVerdict.pass(code(), "Nothing goes to Production.");
  }

  private GateVerdict missing(String task) {
    String message =
        "\"%s\" deploys to Production without an approval that excludes promoter and author."
            .formatted(task);
    return required ? GateVerdict.stop(code(), message) : GateVerdict.warn(code(), message);
  }

  private static boolean guards(TaskSpec spec) {
    return spec instanceof TaskSpec.Approve approve
        && approve.exclude().contains("promoter")
        && approve.exclude().contains("author");
  }
}
