package io.tyto.spi.artifacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a browse, and where to go on. */
public record ArtifactPage(List<Row> items, @Nullable String nextCursor) {

  public ArtifactPage {
    items = List.copyOf(items);
  }

  /**
   * @param kind deliverable kind, or null for a folder (a package) that only holds others
   * @param attachable false with a {@code reason} when it may be looked at but not attached
   */
  public record Row(
      String id,
      @Nullable String kind,
      String name,
      @Nullable String version,
      @Nullable String owner,
      @Nullable String status,
      boolean hasChildren,
      boolean attachable,
      @Nullable String reason,
      Map<String, String> facts) {}
}
