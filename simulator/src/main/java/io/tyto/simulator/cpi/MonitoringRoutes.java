package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entry points and message logs of what runs (facts: targets 1.7, 1.8). An iFlow that runs answers
 * one message a started hour, the first of them a failed one when its parameters lack a value.
 */
final class MonitoringRoutes {
  private static final Pattern OF_FLOW =
      Pattern.compile("IntegrationArtifact/Id eq '((?:[^']|'')*)'");
  private static final Pattern STATUS = Pattern.compile("Status (eq|ne) '([A-Z]+)'");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int KEPT = 24;

  private final TenantRuntime runtime;
  private final DesignTime design;
  private final Supplier<Instant> clock;

  MonitoringRoutes(TenantRuntime runtime, DesignTime design, Supplier<Instant> clock) {
    this.runtime = runtime;
    this.design = design;
    this.clock = clock;
  }

  /** One processed message. */
  private record Message(String guid, Deployment.Row flow, Instant start, boolean failed) {
    String status() {
      return failed ? "FAILED" : "COMPLETED";
    }
  }

  void endpoints(Call call, ODataAnswer answer) {
    List<Deployment.Row> rows = started();
    if (call.path().continues("$count")) {
      ODataAnswer.text(call.ctx(), 200, Integer.toString(rows.size()));
      return;
    }
    answer.list(call, rows.stream().map(row -> endpoint(call, row)).toList(), null);
  }

  void logs(Call call, ODataAnswer answer) {
    ODataPath path = call.path();
    if (path.continues("$count")) {
      ODataAnswer.text(call.ctx(), 200, Integer.toString(wanted(call).size()));
    } else if (path.at(0).keys().isEmpty()) {
      list(call, answer);
    } else if (path.continues("ErrorInformation", "$value")) {
      Message message = one(path.at(0).key());
      if (message.failed()) {
        ODataAnswer.text(
            call.ctx(), 200, "java.lang.IllegalStateException: a parameter has no value");
      } else {
        call.ctx().status(204);
      }
    } else if (path.length() == 1) {
      answer.single(call, 200, entity(one(path.at(0).key())));
    } else {
      throw call.notImplemented();
    }
  }

  private void list(Call call, ODataAnswer answer) {
    List<Message> wanted = wanted(call);
    boolean counted = "allpages".equals(call.ctx().queryParam("$inlinecount"));
    answer.list(
        call,
        wanted.stream()
            .skip(call.number("$skip").orElse(0))
            .limit(call.number("$top").orElse(1000))
            .map(MonitoringRoutes::entity)
            .toList(),
        counted ? wanted.size() : null);
  }

  private List<Message> wanted(Call call) {
    String filter = Optional.ofNullable(call.ctx().queryParam("$filter")).orElse("");
    Matcher flow = OF_FLOW.matcher(filter);
    Matcher status = STATUS.matcher(filter);
    String id = flow.find() ? flow.group(1).replace("''", "'") : "";
    boolean byStatus = status.find();
    return messages().stream()
        .filter(each -> id.isEmpty() || each.flow().id().equals(id))
        .filter(each ->
            !byStatus || status.group(1).equals("eq") == each.status().equals(status.group(2)))
        .toList();
  }

  private Message one(String guid) {
    return messages().stream()
        .filter(each -> each.guid().equals(guid))
        .findFirst()
        .orElseThrow(() -> CpiRefusal.notFound("Requested entity could not be found."));
  }

  /** Newest first. */
  private List<Message> messages() {
    Instant now = clock.get();
    List<Message> found = new ArrayList<>();
    for (Deployment.Row row : started()) {
      boolean lacking = lacksValue(row);
      Instant at = row.deployedOn().plus(HOUR);
      for (int i = 0; i < KEPT && at.isBefore(now); i++, at = at.plus(HOUR)) {
        String guid = "AG" + Integer.toHexString((row.id() + at).hashCode()) + i;
        found.add(new Message(guid, row, at, lacking && i == 0));
      }
    }
    found.sort(Comparator.comparing(Message::start).reversed());
    return found;
  }

  private boolean lacksValue(Deployment.Row row) {
    return design.artifactsOf(ArtifactKind.INTEGRATION).stream()
        .filter(each -> each.id().equals(row.id()))
        .flatMap(each -> each.parameters().stream())
        .anyMatch(parameter -> parameter.value().isEmpty());
  }

  private List<Deployment.Row> started() {
    return runtime.rows().stream()
        .filter(row -> row.kind() == ArtifactKind.INTEGRATION && row.status().equals("STARTED"))
        .toList();
  }

  private static Map<String, @Nullable Object> endpoint(Call call, Deployment.Row row) {
    Map<String, @Nullable Object> entry =
        Json.map(
            "Name",
            row.name(),
            "Url",
            call.ctx().scheme() + "://" + call.ctx().host() + "/http/" + row.id(),
            "Type",
            "PROD",
            "AdditionalInformation",
            "");
    return Json.map(
        "Name",
        row.id(),
        "Id",
        row.id() + "$endpointAddress=" + row.id(),
        "Title",
        row.name(),
        "Version",
        row.version(),
        "Summary",
        "",
        "Description",
        "",
        "LastUpdated",
        ODataAnswer.date(row.deployedOn()),
        "Protocol",
        "REST",
        "EntryPoints",
        Json.map("results", List.of(entry)));
  }

  private static Map<String, @Nullable Object> entity(Message each) {
    return Json.map(
        "MessageGuid",
        each.guid(),
        "CorrelationId",
        each.guid(),
        "LogStart",
        ODataAnswer.date(each.start()),
        "LogEnd",
        ODataAnswer.date(each.start().plusMillis(420)),
        "Sender",
        "",
        "Receiver",
        "",
        "IntegrationFlowName",
        each.flow().name(),
        "Status",
        each.status(),
        "LogLevel",
        "INFO",
        "CustomStatus",
        each.status(),
        "IntegrationArtifact",
        Json.map("Id", each.flow().id(), "Name", each.flow().name(), "Type", "INTEGRATION_FLOW"));
  }
}
