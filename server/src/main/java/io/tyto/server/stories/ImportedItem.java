package io.tyto.server.stories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature or user story as an external system tells it, ready to be staged.
 *
 * @param description HTML as it came; null when this reading does not carry it
 * @param parents external uuids of the features a story stands under
 * @param assigned external uuids of the stories a feature says stand under it; null when it does
 *     not say
 */
public record ImportedItem(
    String externalUuid,
    @Nullable String externalId,
    @Nullable String externalUrl,
    WorkItemView.Type type,
    String title,
    WorkItemView.Status status,
    String phase,
    @Nullable Integer priority,
    @Nullable String assignee,
    @Nullable String release,
    @Nullable String workstream,
    List<String> tags,
    @Nullable LocalDate startDate,
    @Nullable LocalDate dueDate,
    @Nullable Instant changedAt,
    @Nullable String description,
    List<String> parents,
    @Nullable List<String> assigned) {

  public ImportedItem {
    tags = List.copyOf(tags);
    parents = List.copyOf(parents);
    assigned = assigned == null ? null : List.copyOf(assigned);
  }
}
