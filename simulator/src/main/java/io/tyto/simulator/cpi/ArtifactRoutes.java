package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.core.Switches;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.CpiRefusal;
import io.tyto.simulator.cpi.content.OwnBundles;
import io.tyto.simulator.cpi.content.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The design-time artifacts of the four kinds (facts: targets 1.3 to 1.5). */
final class ArtifactRoutes {
  private final DesignTime design;
  private final Switches switches;
  private final Ledger ledger;

  ArtifactRoutes(DesignTime design, Switches switches, Ledger ledger) {
    this.design = design;
    this.switches = switches;
    this.ledger = ledger;
  }

  void handle(Call call, ODataAnswer answer, ArtifactKind kind) {
    ODataPath path = call.path();
    ODataPath.Segment first = path.at(0);
    if (first.keys().isEmpty()) {
      collection(call, answer, kind);
    } else if (path.length() == 1) {
      one(call, answer, kind, first);
    } else if (path.continues("$value") && call.is("GET")) {
      download(call, kind, first);
    } else if (kind == ArtifactKind.INTEGRATION && path.at(1).name().equals("Configurations")) {
      configurations(call, answer, first);
    } else if (kind == ArtifactKind.INTEGRATION
        && path.continues("$links", "Configurations")
        && call.is("PUT")) {
      configure(call, first, path.at(2).key());
    } else {
      throw call.notImplemented();
    }
  }

  void saveAsVersion(Call call, ArtifactKind kind) {
    if (!call.is("POST")) {
      throw call.notImplemented();
    }
    String id = call.argument("Id");
    DesignArtifact saved =
        design.saveAsVersion(kind, id, call.argument("SaveAsVersion"), call.user());
    ledger.add("save-version", id, content(saved));
    call.ctx().status(200);
  }

  void read(Call call, ODataAnswer answer, ArtifactKind kind, ODataPath.Segment key) {
    String version = key.key("Version");
    DesignArtifact artifact = design.artifact(kind, key.key("Id"));
    design.content(kind, artifact.id(), version);
    answer.single(call, 200, entity(call, artifact, shownVersion(artifact, version)));
  }

  /** An artifact on the wire; its content is always null there. */
  Map<String, @Nullable Object> entity(Call call, DesignArtifact each, String version) {
    Map<String, @Nullable Object> out =
        Json.map(
            "Id",
            each.id(),
            "Version",
            version,
            "PackageId",
            each.packageId(),
            "Name",
            each.name(),
            "Description",
            each.description());
    if (each.kind() == ArtifactKind.INTEGRATION) {
      out.put("Sender", "");
      out.put("Receiver", "");
    }
    out.put("CreatedBy", each.createdBy());
    out.put("CreatedAt", Long.toString(each.createdAt().toEpochMilli()));
    out.put("ModifiedBy", each.modifiedBy());
    out.put("ModifiedAt", Long.toString(each.modifiedAt().toEpochMilli()));
    out.put("ArtifactContent", null);
    String uri =
        "%s/%s(Id='%s',Version='%s')"
            .formatted(call.serviceRoot(), each.kind().entitySet(), each.id(), version);
    if (each.kind() == ArtifactKind.INTEGRATION) {
      out.put("Configurations", ODataAnswer.deferred(uri + "/Configurations"));
    }
    out.put("Resources", ODataAnswer.deferred(uri + "/Resources"));
    return out;
  }

  private void collection(Call call, ODataAnswer answer, ArtifactKind kind) {
    if (call.path().length() > 1) {
      throw call.notImplemented();
    }
    if (call.is("POST")) {
      create(call, answer, kind);
      return;
    }
    boolean listed = kind == ArtifactKind.MESSAGE_MAPPING || kind == ArtifactKind.VALUE_MAPPING;
    if (!listed || !call.is("GET")) {
      throw call.notImplemented();
    }
    answer.list(
        call,
        design.artifactsOf(kind).stream()
            .map(each -> entity(call, each, each.listedVersion()))
            .toList(),
        null);
  }

  private void create(Call call, ODataAnswer answer, ArtifactKind kind) {
    ObjectNode body = call.body();
    String id = Call.text(body, "Id");
    String name = Call.text(body, "Name").isEmpty() ? id : Call.text(body, "Name");
    Bundle content =
        Call.base64(body, "ArtifactContent")
            .map(Bundle::read)
            .orElseGet(() -> empty(kind, id, name));
    DesignArtifact created =
        design.createArtifact(kind, Call.text(body, "PackageId"), id, name, content, call.user());
    ledger.add("create", id, content(created));
    answer.single(call, 201, entity(call, created, created.version()));
  }

  private static Bundle empty(ArtifactKind kind, String id, String name) {
    if (kind != ArtifactKind.INTEGRATION) {
      throw CpiRefusal.badRequest("Property 'ArtifactContent' cannot be empty.");
    }
    return OwnBundles.iflow(id, name, "1.0.0", List.of());
  }

  private void one(Call call, ODataAnswer answer, ArtifactKind kind, ODataPath.Segment key) {
    switch (call.verb()) {
      case "GET" -> read(call, answer, kind, key);
      case "PUT" -> update(call, kind, key.key("Id"));
      case "DELETE" -> {
        design.deleteArtifact(kind, key.key("Id"));
        ledger.add("delete", key.key("Id"), Json.map("type", kind.exportType()));
        call.ctx().status(200);
      }
      default -> throw call.notImplemented();
    }
  }

  private void update(Call call, ArtifactKind kind, String id) {
    if (kind == ArtifactKind.VALUE_MAPPING) {
      throw call.notImplemented();
    }
    ObjectNode body = call.body();
    if (kind == ArtifactKind.MESSAGE_MAPPING && (body.has("Id") || body.has("PackageId"))) {
      throw CpiRefusal.business(
          "Update of Message Mapping failed : Update of PackageId and Id are not allowed.");
    }
    Optional<String> name = Optional.of(Call.text(body, "Name")).filter(text -> !text.isEmpty());
    Optional<Bundle> content = Call.base64(body, "ArtifactContent").map(Bundle::read);
    DesignArtifact updated = design.updateArtifact(kind, id, name, content, call.user());
    ledger.add("update", id, content(updated));
    call.ctx().status(200);
  }

  private void download(Call call, ArtifactKind kind, ODataPath.Segment key) {
    String version = key.key("Version");
    DesignArtifact artifact = design.artifact(kind, key.key("Id"));
    Bundle bundle = design.content(kind, artifact.id(), version);
    if (switches.on(CpiSwitch.DOWNLOAD_CARRIES_CONFIGURATION.wireName())) {
      bundle = bundle.withValues(artifact.configured());
    }
    ODataAnswer.zip(
        call.ctx(), artifact.id() + "_" + shownVersion(artifact, version) + ".zip", bundle.zip());
  }

  private void configurations(Call call, ODataAnswer answer, ODataPath.Segment key) {
    if (!call.is("GET")) {
      throw call.notImplemented();
    }
    String version = key.key("Version");
    DesignArtifact artifact = design.artifact(ArtifactKind.INTEGRATION, key.key("Id"));
    Bundle bundle = design.content(ArtifactKind.INTEGRATION, artifact.id(), version);
    List<Parameter> parameters =
        version.equalsIgnoreCase("active") || version.equals(artifact.version())
            ? artifact.parameters()
            : bundle.parameters();
    if (call.path().continues("Configurations", "$count")) {
      ODataAnswer.text(call.ctx(), 200, Integer.toString(parameters.size()));
    } else if (call.path().continues("Configurations")) {
      answer.list(call, parameters.stream().map(ArtifactRoutes::configuration).toList(), null);
    } else {
      throw call.notImplemented();
    }
  }

  private void configure(Call call, ODataPath.Segment key, String parameter) {
    String value = Call.text(call.body(), "ParameterValue");
    DesignArtifact artifact =
        design.configure(key.key("Id"), key.key("Version"), parameter, value, call.user());
    ledger.add("configure", artifact.id(), Json.map("parameter", parameter, "value", value));
    call.ctx().status(202);
  }

  private static Map<String, @Nullable Object> configuration(Parameter each) {
    return Json.map(
        "ParameterKey",
        each.key(),
        "ParameterValue",
        each.value(),
        "DataType",
        each.dataType(),
        "Description",
        each.description());
  }

  private String shownVersion(DesignArtifact artifact, String key) {
    if (!key.equalsIgnoreCase("active")) {
      return key;
    }
    boolean word = switches.is(CpiSwitch.DRAFT_VERSION_BY_KEY.wireName(), "word");
    return artifact.version().isEmpty() || artifact.isDraft() && word
        ? artifact.draftWord()
        : artifact.version();
  }

  private static Map<String, @Nullable Object> content(DesignArtifact each) {
    return Json.map(
        "package",
        each.packageId(),
        "type",
        each.kind().exportType(),
        "version",
        each.version(),
        "draft",
        each.isDraft(),
        "digest",
        each.content().sha256());
  }
}
