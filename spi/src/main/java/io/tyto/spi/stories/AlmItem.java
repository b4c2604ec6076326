package io.tyto.spi.stories;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature or user story as the external system tells it; verbatim, HTML unsanitised.
 *
 * @param displayId what people call it ({@code 6-28}), null where the interface does not tell
 * @param description HTML, null when this reading does not carry it (task lists do not)
 * @param priority 10 very high, 20 high, 30 medium, 40 low
 * @param parents uuids of the features a story stands under; empty for features
 * @param assigned uuids of the stories assigned to a feature; null where features do not tell them
 *     and stories alone name their features; for stories it means nothing
 * @param changedAt the change marker of the other side
 */
public record AlmItem(
    ItemRef ref,
    @Nullable String displayId,
    String title,
    @Nullable String description,
    Status status,
    @Nullable Integer priority,
    @Nullable String assignee,
    @Nullable String release,
    @Nullable String workstream,
    List<String> tags,
    @Nullable LocalDate startDate,
    @Nullable LocalDate dueDate,
    List<String> parents,
    @Nullable List<String> assigned,
    @Nullable URI url,
    @Nullable Instant changedAt,
    boolean obsolete) {

  public AlmItem {
    tags = List.copyOf(tags);
    parents = List.copyOf(parents);
    assigned = assigned == null ? null : List.copyOf(assigned);
  }
}
