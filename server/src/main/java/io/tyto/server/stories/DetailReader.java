package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;

/** Reads one item with all it has; implemented by alm. Does I/O. */
public interface DetailReader {

  Detail read(
      ProjectKey project, String integrationId, WorkItemView.Type type, String externalUuid);

  /** Outcome of reading one item. */
  sealed interface Detail {

    record Read(ImportedItem item) implements Detail {}

    /**
     * @param message for a person: gone, or could not be read now
     */
    record Unreadable(String message) implements Detail {}
  }
}
