package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.ArtifactType;
import io.tyto.connector.cpi.wire.CpiPackage;
import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ParameterSource.Parameter;
import io.tyto.spi.delivery.Delivery.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings content and parameters to a tenant's design time. Every step may be repeated; nothing runs
 * differently until it is deployed.
 */
final class Upload {
  private final Tenant tenant;

  Upload(Tenant tenant) {
    this.tenant = tenant;
  }

  /** Whether the content arrived. */
  sealed interface Outcome {

    /**
     * @param version what the runtime will show, null when the tenant shows a draft
     */
    record Uploaded(ArtifactType type, @Nullable String version, List<String> notes)
        implements Outcome {}

    record Stopped(String code, String message) implements Outcome {}
  }

  /**
   * @throws FaultException when the tenant refuses a step or does not answer
   */
  Outcome carryOut(Item item) {
    Supplier<byte[]> content = item.content();
    ArtifactType type = typeOf(item).orElse(null);
    if (content == null || type == null) {
      String message = item.name() + " has no content or no known type: attach it again.";
      return new Outcome.Stopped("not-deployable", message);
    }
    List<String> notes = new ArrayList<>();
    byte[] bundle = content.get();
    Optional<DesignArtifact> there = tenant.design().find(type, item.externalId());
    List<Parameter> before =
        there.isPresent() ? tenant.design().parameters(type, item.externalId()) : List.of();
    FaultException unanswered = null;
    if (there.isPresent()) {
      unanswered = update(type, item, bundle, there.get().packageId());
      notes.add("Content updated; it was " + there.get().version() + ".");
    } else {
      Optional<String> packageId = packageFor(item, notes);
      if (packageId.isEmpty()) {
        String message = item.name() + " carries no package: attach it again.";
        return new Outcome.Stopped("package-unknown", message);
      }
      tenant.design().create(type, item.externalId(), item.name(), packageId.get(), bundle);
      notes.add("Created in package " + packageId.get() + ".");
    }
    configure(type, item.externalId(), item.parameters(), before, notes);
    return verify(type, item, bundle, unanswered, notes);
  }

  Optional<ArtifactType> typeOf(Item item) {
    return ArtifactType.named(item.facts().get(Facts.ARTIFACT_TYPE))
        .or(() -> tenant.design().findAnyType(item.externalId()).map(DesignArtifact::type));
  }

  /**
   * Sets what the environment says, and puts back what the tenant had where it says nothing:
   * whether values survive an update is not certain (facts: 1.5).
   */
  void configure(
      ArtifactType type,
      String id,
      Map<String, String> environment,
      List<Parameter> before,
      List<String> notes) {
    Map<String, Parameter> had =
        before.stream().collect(Collectors.toMap(Parameter::key, each -> each, (a, b) -> a));
    List<Parameter> now = tenant.design().parameters(type, id);
    for (Parameter each : now) {
      Parameter old = had.get(each.key());
      String kept = old == null ? null : old.value();
      String wanted = environment.getOrDefault(each.key(), kept);
      if (wanted != null && !wanted.equals(Objects.requireNonNullElse(each.value(), ""))) {
        tenant.design().configure(id, each.key(), wanted, each.dataType());
        String by = environment.containsKey(each.key()) ? "the environment's" : "the target's own";
        notes.add("Parameter " + each.key() + " set to " + by + " value.");
      }
    }
    environment.keySet().stream()
        .filter(key -> now.stream().noneMatch(each -> each.key().equals(key)))
        .forEach(key -> notes.add("Parameter " + key + " is not in this version; not set."));
  }

  /**
   * Overwrites what is there.
   *
   * @return the lost answer of the update, if it was lost: what is read back tells whether it
   *     worked
   */
  @Nullable FaultException overwrite(
      ArtifactType type, String id, String name, String packageId, byte[] bundle) {
    if (!type.takesUpdates()) {
      tenant.design().delete(type, id);
      tenant.design().create(type, id, name, packageId, bundle);
      return null;
    }
    try {
      tenant.design().update(type, id, name, bundle);
      return null;
    } catch (FaultException failed) {
      if (failed.fault().kind() == Fault.Kind.UNKNOWN) {
        return failed;
      }
      throw failed;
    }
  }

  /**
   * Saves under that version when the tenant shows another one.
   *
   * @return what it shows then, null for a draft; a refusal is noted and tolerated
   */
  @Nullable String showVersion(
      ArtifactType type, String id, @Nullable String version, List<String> notes) {
    DesignArtifact shown = shown(type, id);
    if (version == null || version.equals(shown.version())) {
      return shown.draft() ? null : shown.version();
    }
    try {
      tenant.design().saveAsVersion(type, id, version);
      notes.add("Saved as version " + version + ".");
    } catch (FaultException refused) {
      if (!declined(refused)) {
        throw refused;
      }
      notes.add("Not saved as version " + version + ": " + refused.fault().message());
    }
    DesignArtifact saved = shown(type, id);
    return saved.draft() ? null : saved.version();
  }

  private @Nullable FaultException update(
      ArtifactType type, Item item, byte[] bundle, String packageId) {
    String target =
        packageId.isEmpty() ? item.facts().getOrDefault(Facts.PACKAGE_ID, "") : packageId;
    return overwrite(type, item.externalId(), item.name(), target, bundle);
  }

  private Optional<String> packageFor(Item item, List<String> notes) {
    String id = item.facts().get(Facts.PACKAGE_ID);
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    if (tenant.design().findPackage(id).isEmpty()) {
      Map<String, String> facts = item.facts();
      tenant
          .design()
          .createPackage(
              new CpiPackage(
                  id,
                  facts.getOrDefault(Facts.PACKAGE_NAME, id),
                  facts.get(Facts.PACKAGE_SHORT_TEXT),
                  facts.get(Facts.PACKAGE_VENDOR),
                  true));
      notes.add("Package " + id + " created.");
    }
    return Optional.of(id);
  }

  private Outcome verify(
      ArtifactType type,
      Item item,
      byte[] bundle,
      @Nullable FaultException unanswered,
      List<String> notes) {
    List<String> differing =
        Bundle.differences(bundle, tenant.design().content(type, item.externalId()));
    if (!differing.isEmpty()) {
      if (unanswered != null) {
        throw unanswered;
      }
      String message =
          "What the target has after the upload differs from what was approved, in: "
              + String.join(", ", differing);
      return new Outcome.Stopped("content-differs", message);
    }
    notes.add("Read back: the target has the approved content.");
    String version = showVersion(type, item.externalId(), item.version(), notes);
    return new Outcome.Uploaded(type, version, notes);
  }

  private DesignArtifact shown(ArtifactType type, String id) {
    return tenant
        .design()
        .find(type, id)
        .map(new ArtifactCatalog(tenant)::asListed)
        .orElseThrow(() ->
            new FaultException(Fault.of(Fault.Kind.NOT_FOUND, id + " vanished from the target.")));
  }

  private static boolean declined(FaultException failed) {
    return switch (failed.fault().kind()) {
      case REFUSED, CONFLICT, NOT_FOUND, FORBIDDEN -> true;
      case UNREACHABLE,
          UNKNOWN,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          UNAUTHENTICATED,
          BLOCKED,
          MALFORMED ->
          false;
    };
  }
}
