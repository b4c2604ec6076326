package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code IntegrationPackages} and what hangs below a package (facts: targets 1.3). */
final class PackageRoutes {
  private static final List<String> PROPERTIES =
      List.of(
          "Name",
          "Description",
          "ShortText",
          "Version",
          "Vendor",
          "SupportedPlatform",
          "Products",
          "Keywords",
          "Countries",
          "Industries",
          "LineOfBusiness");

  private final DesignTime design;
  private final ArtifactRoutes artifacts;
  private final Ledger ledger;

  PackageRoutes(DesignTime design, ArtifactRoutes artifacts, Ledger ledger) {
    this.design = design;
    this.artifacts = artifacts;
    this.ledger = ledger;
  }

  void handle(Call call, ODataAnswer answer) {
    ODataPath path = call.path();
    if (path.at(0).keys().isEmpty()) {
      collection(call, answer);
    } else if (path.length() == 1) {
      one(call, answer, path.at(0).key());
    } else if (path.continues("$value") && call.is("GET")) {
      export(call, path.at(0).key());
    } else if (path.length() <= 4 && call.is("GET")) {
      navigation(call, answer, path);
    } else {
      throw call.notImplemented();
    }
  }

  private void collection(Call call, ODataAnswer answer) {
    if (call.path().length() > 1) {
      throw call.notImplemented();
    }
    if (call.is("POST")) {
      create(call, answer);
      return;
    }
    if (!call.is("GET")) {
      throw call.notImplemented();
    }
    List<Map<String, @Nullable Object>> rows =
        design.packages().stream()
            .filter(each -> tagged(call, each))
            .skip(call.number("$skip").orElse(0))
            .limit(call.number("$top").orElse(Integer.MAX_VALUE))
            .map(each -> entity(call, each))
            .toList();
    answer.list(call, rows, null);
  }

  private void create(Call call, ODataAnswer answer) {
    ObjectNode body = call.body();
    Optional<byte[]> content = Call.base64(body, "PackageContent");
    if (content.isPresent()) {
      imported(call, answer, PackageArchive.read(content.get()));
      return;
    }
    String id = Call.text(body, "Id");
    IntegrationPackage created =
        design.createPackage(id, properties(body), IntegrationPackage.EDITABLE, call.user());
    ledger.add("create-package", id, Json.map("name", created.name()));
    answer.single(call, 201, entity(call, created));
  }

  private void imported(Call call, ODataAnswer answer, PackageArchive archive) {
    boolean overwrite = "true".equalsIgnoreCase(call.ctx().queryParam("Overwrite"));
    IntegrationPackage created = archive.into(design, overwrite, call.user());
    ledger.add(
        "import-package",
        created.id(),
        Json.map("artifacts", archive.artifactIds(), "overwrite", overwrite));
    answer.single(call, 201, entity(call, created));
  }

  private void one(Call call, ODataAnswer answer, String id) {
    switch (call.verb()) {
      case "GET" -> answer.single(call, 200, entity(call, design.packageOf(id)));
      case "PUT" -> {
        ObjectNode body = call.body();
        if (body.has("Mode")) {
          throw CpiRefusal.badRequest("Property 'Mode' cannot be updated.");
        }
        design.updatePackage(id, properties(body), call.user());
        ledger.add("update-package", id, Json.map("name", Call.text(body, "Name")));
        call.ctx().status(202);
      }
      case "DELETE" -> {
        design.deletePackage(id);
        ledger.add("delete-package", id, Map.of());
        call.ctx().status(202);
      }
      default -> throw call.notImplemented();
    }
  }

  private void export(Call call, String id) {
    IntegrationPackage home = design.packageOf(id);
    List<DesignArtifact> contents = design.artifactsOf(id);
    List<String> drafts =
        contents.stream()
            .filter(DesignArtifact::isDraft)
            .map(each -> "{Type=%s, Name=%s}".formatted(each.kind().exportType(), each.name()))
            .toList();
    if (!drafts.isEmpty()) {
      throw CpiRefusal.business(
          "Package export failed. It contains the following artifacts are in draft state: [ "
              + String.join(", ", drafts)
              + " ].");
    }
    ODataAnswer.zip(call.ctx(), id + ".zip", PackageArchive.write(home, contents));
  }

  private void navigation(Call call, ODataAnswer answer, ODataPath path) {
    String packageId = path.at(0).key();
    ArtifactKind kind =
        ArtifactKind.ofEntitySet(path.at(1).name()).orElseThrow(call::notImplemented);
    if (path.at(1).keys().isEmpty()) {
      if (path.length() > 2) {
        throw call.notImplemented();
      }
      // $top and $skip mean nothing here (facts: targets 1.2, single source).
      answer.list(
          call,
          design.artifactsOf(packageId).stream()
              .filter(each -> each.kind() == kind)
              .map(each -> artifacts.entity(call, each, each.listedVersion()))
              .toList(),
          null);
      return;
    }
    if (!design.artifact(kind, path.at(1).key("Id")).packageId().equals(packageId)) {
      throw CpiRefusal.notFound("Integration design time artifact not found.");
    }
    artifacts.read(call, answer, kind, path.at(1));
  }

  private static boolean tagged(Call call, IntegrationPackage each) {
    String author = call.ctx().queryParam("Author");
    return author == null || author.equals(each.properties().get("Author"));
  }

  private static Map<String, String> properties(ObjectNode body) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String name : PROPERTIES) {
      String value = Call.text(body, name);
      if (!value.isEmpty()) {
        out.put(name, value);
      }
    }
    return out;
  }

  private static Map<String, @Nullable Object> entity(Call call, IntegrationPackage each) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(each.entity());
    String uri = call.serviceRoot() + "/IntegrationPackages('" + each.id() + "')/";
    for (ArtifactKind kind : ArtifactKind.values()) {
      out.put(kind.entitySet(), ODataAnswer.deferred(uri + kind.entitySet()));
    }
    return out;
  }
}
