package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run carries.
 *
 * @param packageId null when it is one work item by itself
 * @param packageName as the package was called when the run began
 * @param parts in their order, at least one
 */
public record RunLoad(@Nullable String packageId, @Nullable String packageName, List<Part> parts) {

  public RunLoad {
    parts = List.copyOf(parts);
  }

  /** One work item by itself. */
  public static RunLoad of(WorkItemId item, int candidate, String digest) {
    return new RunLoad(null, null, List.of(new Part(item, candidate, digest)));
  }

  public List<WorkItemId> items() {
    return parts.stream().map(Part::workItem).toList();
  }

  public boolean together() {
    return packageId != null;
  }

  /** A work item with the candidate that goes. */
  public record Part(WorkItemId workItem, int candidate, String digest) {}
}
