package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.CpiRefusal;
import io.tyto.simulator.cpi.content.Parameter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deployment, its task, what runs and why something does not (facts: targets 1.6). */
final class RuntimeRoutes {
  private static final String MISSING = "Requested entity could not be found.";
  private static final Duration SLOW = Duration.ofMinutes(10);

  private final DesignTime design;
  private final TenantRuntime runtime;
  private final Map<String, String> alwaysFailing;
  private final Desk desk;

  RuntimeRoutes(
      DesignTime design, TenantRuntime runtime, Map<String, String> alwaysFailing, Desk desk) {
    this.design = design;
    this.runtime = runtime;
    this.alwaysFailing = alwaysFailing;
    this.desk = desk;
  }

  void deploy(Call call, ArtifactKind kind) {
    if (!call.is("POST")) {
      throw call.notImplemented();
    }
    String id = call.argument("Id");
    String version = call.argument("Version");
    DesignArtifact artifact = design.artifact(kind, id);
    Bundle bundle = design.content(kind, id, version);
    String shown = version.equalsIgnoreCase("active") ? artifact.version() : version;
    String subject = "POST " + call.ctx().req().getRequestURI() + "?" + call.ctx().queryString();
    String task = UUID.randomUUID().toString();
    Deployment before = runtime.latest(id);
    runtime.deploy(
        new Deployment(
            task,
            kind,
            id,
            artifact.name(),
            shown,
            call.user(),
            desk.clock().instant(),
            duration(subject),
            failure(subject, id),
            null,
            before == null ? null : before.alone()));
    Map<String, @Nullable Object> detail =
        Json.map("version", shown, "digest", bundle.sha256(), "task", task);
    detail.put("type", kind.runtimeType());
    detail.put("parameters", values(artifact));
    desk.ledger().add("deploy", id, detail);
    ODataAnswer.text(call.ctx(), 202, kind.answersTaskId() ? task : "");
  }

  void task(Call call, ODataAnswer answer) {
    if (!call.is("GET") || call.path().at(0).keys().isEmpty()) {
      throw call.notImplemented();
    }
    String task = call.path().at(0).key("TaskId");
    answer.single(call, 200, Json.map("TaskId", task, "Status", runtime.taskStatus(task)));
  }

  void artifacts(Call call, ODataAnswer answer) {
    ODataPath path = call.path();
    if (path.at(0).keys().isEmpty()) {
      if (path.continues("$count")) {
        ODataAnswer.text(call.ctx(), 200, Integer.toString(runtime.rows().size()));
      } else if (call.is("GET") && path.length() == 1) {
        list(call, answer);
      } else {
        throw call.notImplemented();
      }
      return;
    }
    String id = path.at(0).key();
    if (path.continues("ErrorInformation", "$value") && call.is("GET")) {
      explain(call, id);
    } else if (path.continues("ErrorInformation")) {
      throw CpiRefusal.notFound(MISSING);
    } else if (path.length() == 1 && call.is("GET")) {
      Deployment.Row row = runtime.row(id).orElseThrow(() -> CpiRefusal.notFound(MISSING));
      answer.single(call, 200, entity(call, row));
    } else if (path.length() == 1 && call.is("DELETE")) {
      undeploy(call, id);
    } else {
      throw call.notImplemented();
    }
  }

  private void list(Call call, ODataAnswer answer) {
    RowQuery query = RowQuery.of(call);
    answer.list(
        call, query.apply(runtime.rows()).stream().map(row -> entity(call, row)).toList(), null);
  }

  private void undeploy(Call call, String id) {
    runtime.undeploy(id, is(CpiSwitch.UNDEPLOY_WHILE_STOPPING, "202"));
    desk.ledger().add("undeploy", id, Map.of());
    call.ctx().status(202);
  }

  private void explain(Call call, String id) {
    String accept = call.ctx().header("Accept");
    boolean json = accept != null && accept.contains("application/json");
    if (json && is(CpiSwitch.ERROR_INFORMATION_JSON, "406")) {
      throw CpiRefusal.of(406, "The requested media type is not supported.");
    }
    String text = runtime.explanation(id, is(CpiSwitch.ERROR_INFORMATION_LATE, "off"));
    if (text.isEmpty()) {
      call.ctx().status(204);
      return;
    }
    Map<String, @Nullable Object> message =
        Json.map(
            "subsystemName",
            "CONTENT",
            "subsytemPartName",
            "CONTENT_DEPLOY",
            "messageId",
            "GenerationFailed",
            "messageText",
            "");
    Json.answer(call.ctx(), 200, Json.map("message", message, "parameter", List.of(text)));
  }

  private static Map<String, @Nullable Object> entity(Call call, Deployment.Row row) {
    String uri = call.serviceRoot() + "/IntegrationRuntimeArtifacts('" + row.id() + "')";
    return Json.map(
        "Id",
        row.id(),
        "Version",
        row.version(),
        "Name",
        row.name(),
        "Type",
        row.kind().runtimeType(),
        "DeployedBy",
        row.deployedBy(),
        "DeployedOn",
        ODataAnswer.date(row.deployedOn()),
        "Status",
        row.status(),
        "ErrorInformation",
        ODataAnswer.deferred(uri + "/ErrorInformation"));
  }

  private static Map<String, String> values(DesignArtifact artifact) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Parameter each : artifact.parameters()) {
      out.put(each.key(), each.value());
    }
    return out;
  }

  private Duration duration(String subject) {
    Duration usual = parse(desk.switches().text(CpiSwitch.DEPLOY_DURATION.wireName()));
    return desk.faults()
        .take(subject, List.of("slow-deploy"))
        .map(Faults.Fault::value)
        .map(RuntimeRoutes::parse)
        .orElse(usual);
  }

  private String failure(String subject, String id) {
    return desk.faults()
        .take(subject, List.of("fail-deploy"))
        .map(fault ->
            fault.value() == null
                ? "The generation and build of the artifact were unsuccessful. Validation of"
                    + " the artifact failed."
                : fault.value())
        .orElseGet(() -> alwaysFailing.getOrDefault(id, ""));
  }

  private static Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return SLOW;
    }
  }

  private boolean is(CpiSwitch which, String value) {
    return desk.switches().is(which.wireName(), value);
  }
}
