package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.spi.artifacts.ParameterSource.Parameter;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks of this connector; each asks one tenant and changes nothing. */
final class CpiChecks {
  static final String DOWNGRADE = "downgrade";
  static final String CONTENT_INTACT = "content-intact";
  static final String PARAMETERS_COMPLETE = "parameters-complete";

  private final Tenant tenant;

  CpiChecks(Tenant tenant) {
    this.tenant = tenant;
  }

  List<CheckFinding> run(Delivery delivery, String check) {
    Function<Item, List<CheckFinding>> one =
        switch (check) {
          case DOWNGRADE -> this::downgrade;
          case CONTENT_INTACT -> this::contentIntact;
          case PARAMETERS_COMPLETE -> this::parametersComplete;
          default -> throw new IllegalArgumentException("no such check: " + check);
        };
    return delivery.items().stream().flatMap(item -> one.apply(item).stream()).toList();
  }

  private List<CheckFinding> downgrade(Item item) {
    List<CheckFinding> findings = new ArrayList<>();
    String mine = item.version();
    if (mine == null) {
      return findings;
    }
    there(item)
        .filter(design -> !design.draft() && Versions.compare(design.version(), mine) > 0)
        .ifPresent(design -> findings.add(older(item, mine, design.version(), "has")));
    tenant
        .deployed()
        .find(item.externalId())
        .filter(running -> Versions.compare(running.version(), mine) > 0)
        .ifPresent(running -> findings.add(older(item, mine, running.version(), "runs")));
    return findings;
  }

  private static CheckFinding older(Item item, String mine, String there, String verb) {
    return new CheckFinding(
        DOWNGRADE,
        Severity.ERROR,
        item.externalId(),
        "The target %s version %s of %s, this delivery brings %s."
            .formatted(verb, there, item.name(), mine),
        "Attach the newer version, or take the artifact out of this delivery.");
  }

  private List<CheckFinding> contentIntact(Item item) {
    Optional<DesignArtifact> there = there(item).map(new ArtifactCatalog(tenant)::asListed);
    if (there.isEmpty()) {
      return List.of(
          finding(
              CONTENT_INTACT,
              Severity.WARNING,
              item,
              item.name() + " is no longer in its source.",
              "Ask its author; what was attached can still be delivered."));
    }
    DesignArtifact artifact = there.get();
    if (!artifact.version().equals(item.version())) {
      String has = artifact.draft() ? "a draft" : "version " + artifact.version();
      return List.of(
          finding(
              CONTENT_INTACT,
              Severity.INFO,
              item,
              "The source has %s now; attached is %s.".formatted(has, item.version()),
              "Attach the newer version if it is meant."));
    }
    String digest = Bundle.digest(tenant.design().content(artifact.type(), artifact.id()));
    if (digest.equals(item.digest())) {
      return List.of();
    }
    return List.of(
        finding(
            CONTENT_INTACT,
            Severity.ERROR,
            item,
            "The source changed the content of version " + item.version() + " after attaching.",
            "Save it as a new version in the source and attach that."));
  }

  private List<CheckFinding> parametersComplete(Item item) {
    Optional<DesignArtifact> there = there(item);
    boolean first = there.isEmpty();
    List<String> keys =
        first
            ? Bundle.parameterKeys(item.content())
            : tenant.design().parameters(there.get().type(), item.externalId()).stream()
                .map(Parameter::key)
                .toList();
    String consequence =
        first ? "the first import takes the value of the bundle" : "the target keeps its value";
    return keys.stream()
        .filter(key -> !item.parameters().containsKey(key))
        .map(key ->
            new CheckFinding(
                PARAMETERS_COMPLETE,
                Severity.WARNING,
                item.externalId() + " / " + key,
                "No value for this environment: " + consequence + ".",
                "Give " + key + " a value under Parameters."))
        .toList();
  }

  private Optional<DesignArtifact> there(Item item) {
    return new Upload(tenant)
        .typeOf(item)
        .flatMap(type -> tenant.design().find(type, item.externalId()));
  }

  private static CheckFinding finding(
      String check, Severity severity, Item item, String message, String cure) {
    return new CheckFinding(check, severity, item.externalId(), message, cure);
  }
}
