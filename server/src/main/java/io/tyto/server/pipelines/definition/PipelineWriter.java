package io.tyto.server.pipelines.definition;

import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a definition the way people write it: defaults left out, stable order. */
public final class PipelineWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .build();

  private PipelineWriter() {}

  public static String json(PipelineDefinition definition) {
    return JSON.writeValueAsString(tree(definition));
  }

  public static String yaml(PipelineDefinition definition) {
    return YAML.writeValueAsString(tree(definition));
  }

  /** Maps and lists in the shape of the JSON Schema. */
  public static Map<String, Object> tree(PipelineDefinition definition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", definition.name());
    put(tree, "description", definition.description());
    if (!definition.changeTypes().equals(List.of(ChangeType.NORMAL))) {
      put(tree, "changeTypes", definition.changeTypes().stream().map(Enum::name).toList());
    }
    PipelineDefinition.Emergency emergency = definition.emergency();
    if (emergency != null) {
      Map<String, Object> afterwards = new LinkedHashMap<>();
      put(afterwards, "by", emergency.afterwards());
      put(afterwards, "within", emergency.within());
      Map<String, Object> parts = new LinkedHashMap<>();
      put(parts, "onDuty", emergency.onDuty());
      parts.put("afterwards", afterwards);
      tree.put("emergency", parts);
    }
    tree.put("stages", definition.stages().stream().map(PipelineWriter::stage).toList());
    return tree;
  }

  private static Map<String, Object> stage(Stage stage) {
    List<Object> entries = new ArrayList<>();
    String open = null;
    List<Object> members = new ArrayList<>();
    for (Task task : stage.tasks()) {
      if (task.group() == null) {
        entries.add(task(stage, task));
      } else {
        if (!task.group().equals(open)) {
          members = new ArrayList<>();
          entries.add(Map.of("parallel", members));
        }
        members.add(task(stage, task));
      }
      open = task.group();
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", stage.name());
    tree.put("tasks", entries);
    return tree;
  }

  private static Map<String, Object> task(Stage stage, Task task) {
    Map<String, Object> tree = new LinkedHashMap<>();
    String kind = task.spec().kind();
    if (!task.name().equals(kind + " " + stage.name())) {
      tree.put("name", task.name());
    }
    tree.put(kind, parameters(task.spec()));
    return tree;
  }

  private static Map<String, Object> parameters(TaskSpec spec) {
    Map<String, Object> p = new LinkedHashMap<>();
    own(p, spec);
    put(p, "continueOnFailure", spec.continueOnFailure());
    put(p, "stopOn", spec.stopOnWarnings() ? "warning" : null);
    put(p, "timeout", spec.timeout());
    put(p, "expires", spec.expires());
    return p;
  }

  private static void own(Map<String, Object> p, TaskSpec spec) {
    switch (spec) {
      case TaskSpec.Build build -> {}
      case TaskSpec.WaitForPromotion wait -> {}
      case TaskSpec.Validate validate -> {
        put(p, "checks", validate.checks());
      }
      case TaskSpec.Approve approve -> approve(p, approve);
      case TaskSpec.Manual manual -> {
        put(p, "by", manual.by());
        put(p, "text", manual.text());
        put(p, "evidenceRequired", manual.evidenceRequired());
        put(p, "checklist", manual.checklist());
      }
      case TaskSpec.ReleaseTransport release -> {
        put(p, "environment", release.environment());
        put(p, "stage", release.stage());
      }
      case TaskSpec.Deploy deploy -> deploy(p, deploy);
      case TaskSpec.Callout callout -> callout(p, callout);
      case TaskSpec.WaitForMessage message -> {
        put(p, "name", message.name());
      }
      case TaskSpec.AlmStatus status -> {
        put(p, "feature", status.feature());
        put(p, "userStory", status.userStory());
      }
      case TaskSpec.Notify notify -> {
        put(p, "to", notify.to());
        put(p, "text", notify.text());
      }
    }
  }

  private static void approve(Map<String, Object> p, TaskSpec.Approve approve) {
    put(p, "by", approve.by());
    put(p, "min", approve.min() == 1 ? null : approve.min());
    put(p, "exclude", approve.exclude());
    put(p, "message", approve.message());
    put(p, "messageRequired", approve.messageRequired());
    put(p, "evidenceRequired", approve.evidenceRequired());
    if (approve.escalateAfter() != null) {
      Map<String, Object> escalate = new LinkedHashMap<>();
      put(escalate, "after", approve.escalateAfter());
      put(escalate, "to", approve.escalateTo());
      p.put("escalate", escalate);
    }
  }

  private static void deploy(Map<String, Object> p, TaskSpec.Deploy deploy) {
    put(p, "environment", deploy.environment());
    put(p, "stage", deploy.stage());
    put(p, "backup", deploy.backup());
    put(p, "via", deploy.via().equals("original") ? null : deploy.via());
    put(p, "mode", deploy.mode().equals("upload-and-deploy") ? null : deploy.mode());
  }

  private static void callout(Map<String, Object> p, TaskSpec.Callout callout) {
    put(p, "destination", callout.destination());
    put(p, "method", callout.method());
    put(p, "path", callout.path());
    put(p, "body", callout.body().isEmpty() ? null : callout.body());
    put(p, "expect", callout.expect());
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    boolean said =
        switch (value) {
          case null -> false;
          case Boolean flag -> flag;
          case List<?> list -> !list.isEmpty();
          default -> true;
        };
    if (said) {
      tree.put(name, value instanceof Duration duration ? duration.toString() : value);
    }
  }
}
