package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.CpiRefusal;
import io.tyto.simulator.cpi.content.Parameter;
import io.tyto.simulator.cpi.content.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Packages and artifacts of one tenant. A refused change leaves everything as it was. */
final class DesignTime {
  private static final String NO_PACKAGE = "Integration package not found.";
  private static final String NO_ARTIFACT = "Integration design time artifact not found.";
  private static final String BAD_NAME =
      "Name should begin with alphabet or underscore (_) and can also contain numbers, space,"
          + " period(.) or hyphen(-). But it should not end with period(.)";

  private final Map<String, IntegrationPackage> packages = new LinkedHashMap<>();
  private final Map<String, DesignArtifact> artifacts = new LinkedHashMap<>();
  private final Function<CpiSwitch, String> switches;
  private final Supplier<Instant> clock;

  DesignTime(Function<CpiSwitch, String> switches, Supplier<Instant> clock) {
    this.switches = switches;
    this.clock = clock;
  }

  synchronized List<IntegrationPackage> packages() {
    return List.copyOf(packages.values());
  }

  synchronized IntegrationPackage packageOf(String id) {
    return Optional.ofNullable(packages.get(id)).orElseThrow(() -> CpiRefusal.notFound(NO_PACKAGE));
  }

  synchronized IntegrationPackage createPackage(
      String id, Map<String, String> properties, String mode, String user) {
    if (id.isBlank()) {
      throw CpiRefusal.badRequest("Property 'Id' cannot be empty.");
    }
    if (!id.matches("[A-Za-z0-9]+")) {
      throw CpiRefusal.badRequest("Property 'Id' value cannot have a special character.");
    }
    requireTexts(properties);
    if (packages.containsKey(id)) {
      throw CpiRefusal.of(409, "Entity with the specified IntegrationPackage id already exist.");
    }
    Instant now = clock.get();
    var created = new IntegrationPackage(id, Map.copyOf(properties), mode, user, now, user, now);
    packages.put(id, created);
    return created;
  }

  synchronized void updatePackage(String id, Map<String, String> properties, String user) {
    IntegrationPackage existing = packageOf(id);
    requireTexts(properties);
    packages.put(id, existing.replaced(properties, user, clock.get()));
  }

  synchronized void deletePackage(String id) {
    packageOf(id);
    packages.remove(id);
    artifacts.values().removeIf(artifact -> artifact.packageId().equals(id));
  }

  synchronized List<DesignArtifact> artifactsOf(String packageId) {
    packageOf(packageId);
    return artifacts.values().stream()
        .filter(artifact -> artifact.packageId().equals(packageId))
        .toList();
  }

  synchronized List<DesignArtifact> artifactsOf(ArtifactKind kind) {
    return artifacts.values().stream().filter(artifact -> artifact.kind() == kind).toList();
  }

  synchronized DesignArtifact artifact(ArtifactKind kind, String id) {
    return Optional.ofNullable(artifacts.get(id))
        .filter(found -> found.kind() == kind)
        .orElseThrow(() -> CpiRefusal.notFound(NO_ARTIFACT));
  }

  /** The content behind the key of an artifact; an unknown version is a 404. */
  synchronized Bundle content(ArtifactKind kind, String id, String version) {
    return artifact(kind, id)
        .contentOf(version)
        .orElseThrow(() -> CpiRefusal.notFound(NO_ARTIFACT));
  }

  synchronized DesignArtifact createArtifact(
      ArtifactKind kind, String packageId, String id, String name, Bundle content, String user) {
    IntegrationPackage home = editablePackage(packageId);
    if (!id.matches("[A-Za-z_][A-Za-z0-9_. -]*") || id.endsWith(".") || id.length() > 150) {
      throw CpiRefusal.badRequest(BAD_NAME);
    }
    if (artifacts.containsKey(id)) {
      throw CpiRefusal.business(
          "An %s %s with the ID %s already exists in the %s package. Please rename the artifact ID."
              .formatted(kind.spoken(), name, id, home.name()));
    }
    Instant now = clock.get();
    String version = content.version();
    var created =
        new DesignArtifact(
            kind,
            id,
            packageId,
            name,
            "",
            version,
            "",
            content,
            Map.of(),
            Map.of(version, content),
            user,
            now,
            user,
            now);
    artifacts.put(id, created);
    return created;
  }

  /** The matrix of names and contents of facts: targets 1.5. */
  synchronized DesignArtifact updateArtifact(
      ArtifactKind kind, String id, Optional<String> name, Optional<Bundle> content, String user) {
    DesignArtifact existing = editableArtifact(kind, id, "update");
    if (content.isEmpty()) {
      String newName =
          name.orElseThrow(() -> CpiRefusal.badRequest("Name or ArtifactContent is required."));
      return put(existing.named(newName, user, clock.get()));
    }
    Bundle bundle = content.get();
    if (!bundle.symbolicName().equals(id)) {
      throw symbolicNameChanged(kind);
    }
    String newName = name.orElseGet(bundle::name);
    Map<String, String> values = survivors(existing, bundle);
    boolean fromManifest = switches.apply(CpiSwitch.PUT_VERSION).equals("manifest");
    if (fromManifest && Versions.higher(bundle.version(), existing.version())) {
      return put(existing.savedAs(newName, bundle.version(), bundle, values, user, clock.get()));
    }
    return put(existing.drafted(newName, bundle, values, user, clock.get()));
  }

  synchronized DesignArtifact saveAsVersion(
      ArtifactKind kind, String id, String version, String user) {
    DesignArtifact existing = editableArtifact(kind, id, "save");
    if (!Versions.wellFormed(version)) {
      throw CpiRefusal.badRequest("Version " + version + " is not valid.");
    }
    if (existing.saved().containsKey(version)) {
      int status = Integer.parseInt(switches.apply(CpiSwitch.SAVE_EXISTING_VERSION));
      if (status != 200) {
        throw CpiRefusal.of(status, "Version " + version + " of the artifact already exists.");
      }
    }
    Bundle bundle = existing.content().withVersion(version);
    return put(
        existing.savedAs(
            existing.name(), version, bundle, existing.configured(), user, clock.get()));
  }

  synchronized DesignArtifact configure(
      String id, String version, String key, String value, String user) {
    DesignArtifact existing = artifact(ArtifactKind.INTEGRATION, id);
    boolean newest = version.equalsIgnoreCase("active") || version.equals(existing.version());
    if (!newest) {
      throw CpiRefusal.notFound(NO_ARTIFACT);
    }
    refuseLocked(id, "update");
    Parameter declared =
        existing.content().parameters().stream()
            .filter(parameter -> parameter.key().equals(key))
            .findFirst()
            .orElseThrow(() -> CpiRefusal.notFound("Parameter key '" + key + "' not found."));
    if (declared.dataType().equals("xsd:integer") && !value.matches("-?\\d+|")) {
      throw CpiRefusal.badRequest(
          "Parameter value '" + value + "' is not valid for the data type xsd:integer.");
    }
    return put(existing.configuredWith(key, value, user, clock.get()));
  }

  synchronized void deleteArtifact(ArtifactKind kind, String id) {
    editableArtifact(kind, id, "delete");
    artifacts.remove(id);
  }

  /** Puts an artifact as it is, for a world or a control call. */
  synchronized DesignArtifact place(DesignArtifact artifact) {
    packageOf(artifact.packageId());
    return put(artifact);
  }

  private DesignArtifact put(DesignArtifact artifact) {
    artifacts.put(artifact.id(), artifact);
    return artifact;
  }

  private Map<String, String> survivors(DesignArtifact existing, Bundle bundle) {
    if (!switches.apply(CpiSwitch.CONFIGURATION_SURVIVES).equals("on")) {
      return Map.of();
    }
    Map<String, String> kept = new LinkedHashMap<>(existing.configured());
    kept.keySet().retainAll(bundle.parameters().stream().map(Parameter::key).toList());
    return kept;
  }

  private IntegrationPackage editablePackage(String packageId) {
    IntegrationPackage home = packageOf(packageId);
    if (!home.editable()) {
      throw CpiRefusal.badRequest(
          "The artifact consists in a configure only package with Id: " + packageId);
    }
    return home;
  }

  private DesignArtifact editableArtifact(ArtifactKind kind, String id, String doing) {
    DesignArtifact existing = artifact(kind, id);
    editablePackage(existing.packageId());
    refuseLocked(id, doing);
    return existing;
  }

  private void refuseLocked(String id, String doing) {
    List<String> locked = new ArrayList<>();
    for (String each : switches.apply(CpiSwitch.LOCKED_ARTIFACTS).split(",", -1)) {
      locked.add(each.trim());
    }
    if (locked.contains(id)) {
      throw CpiRefusal.business("Cannot " + doing + " the artifact as it is locked.");
    }
  }

  private static CpiRefusal symbolicNameChanged(ArtifactKind kind) {
    return kind == ArtifactKind.MESSAGE_MAPPING
        ? CpiRefusal.business("BUNDLE_SYMBOLIC_NAME_CANNOT_BE_UPDATED")
        : CpiRefusal.badRequest(
            "Could not update artifact of the package; due to change in the"
                + " Bundle-symbolicName.");
  }

  private static void requireTexts(Map<String, String> properties) {
    for (String name : List.of("Name", "ShortText")) {
      if (properties.getOrDefault(name, "").isBlank()) {
        throw CpiRefusal.badRequest("Property '" + name + "' cannot be empty");
      }
    }
  }
}
