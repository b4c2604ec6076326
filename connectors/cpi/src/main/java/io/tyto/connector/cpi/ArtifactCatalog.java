package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.ArtifactType;
import io.tyto.connector.cpi.wire.CpiPackage;
import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.connector.cpi.wire.RuntimeArtifact;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactPage.Row;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists packages and artifacts of a tenant, and pins exact versions of them. */
final class ArtifactCatalog {
  private static final int PAGE = 100;
  private static final String SAVE_FIRST = "This is a draft: save it as a version first.";

  private final Tenant tenant;

  ArtifactCatalog(Tenant tenant) {
    this.tenant = tenant;
  }

  ArtifactPage browse(BrowseQuery query) {
    String parent = query.parent();
    return parent == null ? packages(query) : artifacts(parent, query);
  }

  Resolution resolve(String id, @Nullable String version) {
    Optional<DesignArtifact> found = tenant.design().findAnyType(id);
    if (found.isEmpty()) {
      return new Resolution.Unusable("not-found", "There is no artifact " + id + " here.");
    }
    DesignArtifact artifact = asListed(found.get());
    if (artifact.draft()) {
      return new Resolution.Unusable("draft", artifact.name() + ": " + SAVE_FIRST);
    }
    if (version != null && !version.equals(artifact.version())) {
      return new Resolution.Unusable(
          "not-found",
          "%s is here in version %s, not %s; a tenant gives out its current version only."
              .formatted(artifact.name(), artifact.version(), version));
    }
    byte[] bundle = tenant.design().content(artifact.type(), id);
    return new Resolution.Resolved(resolved(artifact, Bundle.digest(bundle)));
  }

  /** NOT_FOUND when the tenant has gone on to another version. */
  Content fetch(ResolvedArtifact wanted) {
    ArtifactType type = ArtifactType.named(wanted.facts().get(Facts.ARTIFACT_TYPE)).orElse(null);
    Optional<DesignArtifact> found =
        type == null
            ? tenant.design().findAnyType(wanted.externalId())
            : tenant.design().find(type, wanted.externalId());
    DesignArtifact artifact = found.map(this::asListed).orElse(null);
    if (artifact == null || !artifact.version().equals(wanted.version())) {
      String there = artifact == null ? "nothing" : "version " + artifact.version();
      String message =
          "%s %s is no longer to be had: the tenant has %s."
              .formatted(wanted.name(), wanted.version(), there);
      throw new FaultException(Fault.of(Fault.Kind.NOT_FOUND, message));
    }
    byte[] bundle = tenant.design().content(artifact.type(), artifact.id());
    String fileName = artifact.id() + "-" + artifact.version() + ".zip";
    return new Content(bundle, fileName, "application/zip", Bundle.digest(bundle));
  }

  /** The key {@code active} always answers the newest state; only the package says "draft". */
  DesignArtifact asListed(DesignArtifact artifact) {
    if (artifact.draft() || artifact.packageId().isEmpty()) {
      return artifact;
    }
    return tenant.design().artifactsOf(artifact.packageId(), artifact.type()).stream()
        .filter(row -> row.id().equals(artifact.id()))
        .findFirst()
        .map(row -> artifact.withVersion(row.version()))
        .orElse(artifact);
  }

  private ResolvedArtifact resolved(DesignArtifact artifact, String digest) {
    Map<String, String> facts = new HashMap<>();
    facts.put(Facts.ARTIFACT_TYPE, artifact.type().wireName());
    facts.put(Facts.PACKAGE_ID, artifact.packageId());
    tenant.design().findPackage(artifact.packageId()).ifPresent(in -> Facts.describe(in, facts));
    deployedVersion(artifact.id()).ifPresent(version -> facts.put(Facts.DEPLOYED_VERSION, version));
    return new ResolvedArtifact(
        Facts.KIND,
        artifact.id(),
        artifact.name(),
        artifact.version(),
        digest,
        true,
        artifact.modifiedBy(),
        List.of(artifact.type().wireName() + " " + artifact.id()),
        facts);
  }

  /** A source need not let its runtime be read. */
  private Optional<String> deployedVersion(String id) {
    try {
      return tenant.deployed().find(id).map(RuntimeArtifact::version);
    } catch (FaultException failed) {
      if (failed.fault().kind() == Fault.Kind.FORBIDDEN) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** The tenant cannot search: pages are read until enough of them match. */
  private ArtifactPage packages(BrowseQuery query) {
    List<Row> rows = new ArrayList<>();
    int skip = offset(query.cursor());
    while (true) {
      List<CpiPackage> page = tenant.design().packages(PAGE, skip);
      for (CpiPackage each : page) {
        skip++;
        if (contains(query.q(), each.id(), each.name())) {
          rows.add(folder(each));
        }
        if (rows.size() == query.limit()) {
          return new ArtifactPage(rows, Integer.toString(skip));
        }
      }
      if (page.size() < PAGE) {
        return new ArtifactPage(rows, null);
      }
    }
  }

  private ArtifactPage artifacts(String packageId, BrowseQuery query) {
    List<DesignArtifact> all =
        Arrays.stream(ArtifactType.values())
            .flatMap(type -> listed(packageId, type).stream())
            .filter(each -> contains(query.q(), each.id(), each.name(), each.modifiedBy()))
            .toList();
    int from = Math.min(offset(query.cursor()), all.size());
    int to = Math.min(from + query.limit(), all.size());
    List<Row> rows = all.subList(from, to).stream().map(each -> row(packageId, each)).toList();
    return new ArtifactPage(rows, to < all.size() ? Integer.toString(to) : null);
  }

  /** Tenants without a type answer 404 or 501 for its list; that must not hide the others. */
  private List<DesignArtifact> listed(String packageId, ArtifactType type) {
    try {
      return tenant.design().artifactsOf(packageId, type);
    } catch (FaultException failed) {
      boolean optional = type == ArtifactType.SCRIPT_COLLECTION;
      Fault.Kind kind = failed.fault().kind();
      if (optional && (kind == Fault.Kind.NOT_FOUND || kind == Fault.Kind.REFUSED)) {
        return List.of();
      }
      throw failed;
    }
  }

  private static Row folder(CpiPackage each) {
    Map<String, String> facts = new HashMap<>();
    Facts.describe(each, facts);
    return new Row(
        each.id(), null, each.name(), null, each.vendor(), null, true, false, null, facts);
  }

  private static Row row(String packageId, DesignArtifact artifact) {
    return new Row(
        artifact.id(),
        Facts.KIND,
        artifact.name(),
        artifact.version(),
        artifact.modifiedBy(),
        artifact.draft() ? "Draft" : "Saved",
        false,
        !artifact.draft(),
        artifact.draft() ? SAVE_FIRST : null,
        Map.of(
            Facts.PACKAGE_ID,
            packageId,
            Facts.ARTIFACT_TYPE,
            artifact.type().wireName(),
            Facts.DRAFT,
            String.valueOf(artifact.draft())));
  }

  private static int offset(@Nullable String cursor) {
    return cursor != null && cursor.matches("\\d{1,9}") ? Integer.parseInt(cursor) : 0;
  }

  private static boolean contains(@Nullable String q, @Nullable String... texts) {
    if (q == null || q.isBlank()) {
      return true;
    }
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(texts)
        .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
