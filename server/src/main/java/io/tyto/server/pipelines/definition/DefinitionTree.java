package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.FieldError;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Builds the model from a tree that obeys the schema. */
final class DefinitionTree {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GO_ON = "continueOnFailure";

  private final SourceText source;
  private final List<FieldError> errors;

  DefinitionTree(SourceText source, List<FieldError> errors) {
    this.source = source;
    this.errors = errors;
  }

  PipelineDefinition pipeline() {
    JsonNode root = source.tree();
    List<Stage> stages = new ArrayList<>();
    int index = 0;
    for (JsonNode stage : root.get("stages")) {
      stages.add(stage("stages[" + index++ + "]", stage));
    }
    return new PipelineDefinition(
        text(root, "name", ""),
        textOrNull(root, "description"),
        stages,
        texts(root, "changeTypes").stream().map(ChangeType::valueOf).toList(),
        emergency(root.path("emergency")));
  }

  private static PipelineDefinition.@Nullable Emergency emergency(JsonNode node) {
    Duration within = duration(node.path("afterwards"), "within");
    return within == null
        ? null
        : new PipelineDefinition.Emergency(
            texts(node, "onDuty"), texts(node.path("afterwards"), "by"), within);
  }

  private Stage stage(String path, JsonNode node) {
    String name = text(node, "name", "");
    List<Task> tasks = new ArrayList<>();
    int index = 0;
    int groups = 0;
    for (JsonNode entry : node.get("tasks")) {
      String at = path + ".tasks[" + index++ + "]";
      if (!entry.has("parallel")) {
        task(at, entry, name, null, tasks);
      } else if (entry.size() > 1) {
        invalid(at, "A parallel group stands alone: put name and kinds inside it.");
      } else {
        parallel(at + ".parallel", entry.get("parallel"), name, ++groups, tasks);
      }
    }
    return new Stage(name, tasks);
  }

  private void parallel(String path, JsonNode group, String stage, int number, List<Task> tasks) {
    int index = 0;
    for (JsonNode member : group) {
      String at = path + "[" + index++ + "]";
      task(at, member, stage, stage + "-parallel-" + number, tasks);
    }
  }

  private void task(
      String path, JsonNode entry, String stage, @Nullable String group, List<Task> tasks) {
    List<String> kinds =
        entry.propertyNames().stream().filter(property -> !property.equals("name")).toList();
    if (kinds.size() != 1) {
      invalid(
          path,
          kinds.isEmpty()
              ? "A task needs a kind, for example build, approve or deploy."
              : "A task has one kind; this one has " + String.join(" and ", kinds) + ".");
      return;
    }
    String kind = kinds.getFirst();
    JsonNode parameters = entry.get(kind);
    // wait-for-message has a parameter of its own called name
    String inner = kind.equals("wait-for-message") ? null : textOrNull(parameters, "name");
    String given = entry.has("name") ? text(entry, "name", "") : inner;
    tasks.add(new Task(given == null ? kind + " " + stage : given, group, spec(kind, parameters)));
  }

  private TaskSpec spec(String kind, JsonNode p) {
    return switch (kind) {
      case "build" -> new TaskSpec.Build();
      case "validate" ->
          new TaskSpec.Validate(
              texts(p, "checks"), flag(p, GO_ON), duration(p, "timeout"), stopsOnWarnings(p));
      case "approve" -> approve(p);
      case "manual" ->
          new TaskSpec.Manual(
              texts(p, "by"),
              text(p, "text", ""),
              flag(p, "evidenceRequired"),
              texts(p, "checklist"),
              duration(p, "expires"));
      case "release-transport" ->
          new TaskSpec.ReleaseTransport(textOrNull(p, "environment"), textOrNull(p, "stage"));
      case "deploy" ->
          new TaskSpec.Deploy(
              textOrNull(p, "environment"),
              textOrNull(p, "stage"),
              flag(p, "backup"),
              text(p, "via", "original"),
              text(p, "mode", "upload-and-deploy"),
              duration(p, "timeout"),
              stopsOnWarnings(p));
      case "wait-for-promotion" -> new TaskSpec.WaitForPromotion();
      case "callout" -> callout(p);
      case "wait-for-message" ->
          new TaskSpec.WaitForMessage(text(p, "name", ""), duration(p, "expires"), flag(p, GO_ON));
      case "alm-status" ->
          new TaskSpec.AlmStatus(
              textOrNull(p, "feature"), textOrNull(p, "userStory"), flag(p, GO_ON));
      case "notify" -> new TaskSpec.Notify(texts(p, "to"), text(p, "text", ""), flag(p, GO_ON));
      default -> throw new IllegalStateException("The schema lets a kind through: " + kind);
    };
  }

  private static boolean stopsOnWarnings(JsonNode p) {
    return text(p, "stopOn", "error").equals("warning");
  }

  private static TaskSpec.Approve approve(JsonNode p) {
    return new TaskSpec.Approve(
        texts(p, "by"),
        p.has("min") ? p.get("min").asInt() : 1,
        texts(p, "exclude"),
        textOrNull(p, "message"),
        duration(p, "expires"),
        flag(p, "messageRequired"),
        flag(p, "evidenceRequired"),
        duration(p.path("escalate"), "after"),
        texts(p.path("escalate"), "to"));
  }

  private static TaskSpec.Callout callout(JsonNode p) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (p.has("body")) {
      p.get("body")
          .properties()
          .forEach(
              entry -> body.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Object.class)));
    }
    List<Integer> expect = new ArrayList<>();
    p.path("expect").forEach(status -> expect.add(status.asInt()));
    return new TaskSpec.Callout(
        text(p, "destination", ""),
        text(p, "method", ""),
        text(p, "path", "/"),
        body,
        expect,
        duration(p, "timeout"),
        flag(p, GO_ON));
  }

  private void invalid(String path, String message) {
    errors.add(source.error(path, PipelineRefusal.INVALID_PIPELINE.code(), message));
  }

  private static @Nullable Duration duration(JsonNode p, String name) {
    String text = textOrNull(p, name);
    return text == null ? null : Duration.parse(text);
  }

  private static String text(JsonNode node, String name, String otherwise) {
    String text = textOrNull(node, name);
    return text == null ? otherwise : text;
  }

  private static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static boolean flag(JsonNode node, String name) {
    return node.path(name).asBoolean(false);
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(item -> texts.add(item.asString()));
    return List.copyOf(texts);
  }
}
