package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The zip of a whole package: flat, metadata files beside one entry an artifact that is itself a
 * zip without extension (facts: targets 1.9a).
 */
final class PackageArchive {
  private static final String INDEX = "resources.cnt";

  /** One artifact of the archive. */
  private record Member(ArtifactKind kind, String id, String name, Bundle content) {}

  private final String packageId;
  private final Map<String, String> properties;
  private final List<Member> members;

  private PackageArchive(String packageId, Map<String, String> properties, List<Member> members) {
    this.packageId = packageId;
    this.properties = properties;
    this.members = members;
  }

  static byte[] write(IntegrationPackage home, List<DesignArtifact> artifacts) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (DesignArtifact each : artifacts) {
      rows.add(
          Json.map(
              "resourceType",
              each.kind().exportType(),
              "uniqueId",
              each.id(),
              "displayName",
              each.name(),
              "semanticVersion",
              each.version()));
      entries.put(each.id() + "_content", each.content().withValues(each.configured()).zip());
    }
    Map<String, @Nullable Object> index =
        Json.map("package", home.id(), "properties", home.properties(), "resources", rows);
    entries.put(INDEX, Base64.getEncoder().encode(Json.bytes(index)));
    entries.put(
        "contentmetadata.md",
        Base64.getEncoder().encode(home.id().getBytes(StandardCharsets.UTF_8)));
    return Bundle.zip(entries);
  }

  static PackageArchive read(byte[] zip) {
    Map<String, byte[]> entries = Bundle.unzip(zip);
    byte[] encoded = entries.get(INDEX);
    if (encoded == null) {
      throw CpiRefusal.badRequest("The package archive holds no " + INDEX + ".");
    }
    try {
      JsonNode index = Json.mapper().readTree(Base64.getMimeDecoder().decode(encoded));
      Map<String, String> properties = new LinkedHashMap<>();
      index
          .path("properties")
          .properties()
          .forEach(each -> properties.put(each.getKey(), each.getValue().asString("")));
      List<Member> members = new ArrayList<>();
      for (JsonNode row : index.path("resources")) {
        members.add(member(row, entries));
      }
      return new PackageArchive(index.path("package").asString(""), properties, members);
    } catch (JacksonException | IllegalArgumentException e) {
      throw CpiRefusal.badRequest("The package archive cannot be read.");
    }
  }

  List<String> artifactIds() {
    return members.stream().map(Member::id).toList();
  }

  /** Creates the package with all it holds; an existing one is a 409 unless overwritten. */
  IntegrationPackage into(DesignTime design, boolean overwrite, String user) {
    boolean present = design.packages().stream().anyMatch(each -> each.id().equals(packageId));
    if (present && overwrite) {
      design.deletePackage(packageId);
    }
    IntegrationPackage created =
        design.createPackage(packageId, properties, IntegrationPackage.EDITABLE, user);
    for (Member each : members) {
      design.createArtifact(each.kind(), packageId, each.id(), each.name(), each.content(), user);
    }
    return created;
  }

  private static Member member(JsonNode row, Map<String, byte[]> entries) {
    String id = row.path("uniqueId").asString("");
    byte[] content = entries.get(id + "_content");
    if (content == null) {
      throw CpiRefusal.badRequest("The package archive holds no content of " + id + ".");
    }
    Bundle bundle = Bundle.read(content);
    return new Member(bundle.kind(), id, row.path("displayName").asString(id), bundle);
  }
}
