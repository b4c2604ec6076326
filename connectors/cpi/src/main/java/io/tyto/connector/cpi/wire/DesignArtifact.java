package io.tyto.connector.cpi.wire;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An artifact in the design time, in its newest state. */
public record DesignArtifact(
    ArtifactType type,
    String id,
    String name,
    String version,
    String packageId,
    @Nullable String modifiedBy) {

  private static final Set<String> DRAFT_WORDS = Set.of("active", "draft", "");

  /** {@code Active} is edited in the browser, {@code Draft} is made by the API (facts: 1.5). */
  public boolean draft() {
    return DRAFT_WORDS.contains(version.toLowerCase(Locale.ROOT));
  }

  public DesignArtifact withVersion(String listed) {
    return new DesignArtifact(type, id, name, listed, packageId, modifiedBy);
  }
}
