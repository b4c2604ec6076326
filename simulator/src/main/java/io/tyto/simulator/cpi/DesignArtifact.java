package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.Parameter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A design-time artifact: its newest state and the versions saved before.
 *
 * @param version last saved version, empty when never saved
 * @param draftWord what a listing shows instead of the version while unsaved changes are there:
 *     {@code Active} after the editor, {@code Draft} after the interface, empty when there are none
 * @param configured parameter values set in this tenant
 */
record DesignArtifact(
    ArtifactKind kind,
    String id,
    String packageId,
    String name,
    String description,
    String version,
    String draftWord,
    Bundle content,
    Map<String, String> configured,
    Map<String, Bundle> saved,
    String createdBy,
    Instant createdAt,
    String modifiedBy,
    Instant modifiedAt) {
  static final String EDITED = "Active";
  static final String BY_INTERFACE = "Draft";

  boolean isDraft() {
    return !draftWord.isEmpty();
  }

  /** The version as the package navigation lists it. */
  String listedVersion() {
    return isDraft() ? draftWord : version;
  }

  /** Content behind a key: {@code active} in any case is the newest state. */
  Optional<Bundle> contentOf(String key) {
    if (key.equalsIgnoreCase("active") || key.equals(version) && !isDraft()) {
      return Optional.of(content);
    }
    return Optional.ofNullable(saved.get(key));
  }

  /** Parameters of the newest state with the values set here over those of the content. */
  List<Parameter> parameters() {
    return content.parameters().stream()
        .map(each -> each.withValue(configured.getOrDefault(each.key(), each.value())))
        .toList();
  }

  DesignArtifact configuredWith(String key, String value, String user, Instant at) {
    Map<String, String> values = new LinkedHashMap<>(configured);
    values.put(key, value);
    return new DesignArtifact(
        kind,
        id,
        packageId,
        name,
        description,
        version,
        draftWord,
        content,
        Map.copyOf(values),
        saved,
        createdBy,
        createdAt,
        user,
        at);
  }

  DesignArtifact named(String newName, String user, Instant at) {
    return changed(newName, version, BY_INTERFACE, content, configured, saved, user, at);
  }

  /** New content that keeps the version number: the artifact becomes a draft. */
  DesignArtifact drafted(
      String newName, Bundle bundle, Map<String, String> values, String user, Instant at) {
    return changed(newName, version, BY_INTERFACE, bundle, values, saved, user, at);
  }

  /** New content that is saved as a version. */
  DesignArtifact savedAs(
      String newName,
      String newVersion,
      Bundle bundle,
      Map<String, String> values,
      String user,
      Instant at) {
    Map<String, Bundle> versions = new LinkedHashMap<>(saved);
    versions.put(newVersion, bundle);
    return changed(newName, newVersion, "", bundle, values, versions, user, at);
  }

  private DesignArtifact changed(
      String newName,
      String newVersion,
      String newDraftWord,
      Bundle bundle,
      Map<String, String> values,
      Map<String, Bundle> versions,
      String user,
      Instant at) {
    return new DesignArtifact(
        kind,
        id,
        packageId,
        newName,
        description,
        newVersion,
        newDraftWord,
        bundle,
        Map.copyOf(values),
        Map.copyOf(versions),
        createdBy,
        createdAt,
        user,
        at);
  }
}
