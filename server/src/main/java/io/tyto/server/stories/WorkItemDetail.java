package io.tyto.server.stories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row opens to.
 *
 * @param descriptionHtml sanitised; null when there is none or it could not be read
 * @param note why the description is missing or old, null when it is as it should be
 */
public record WorkItemDetail(
    WorkItemView item,
    @Nullable String descriptionHtml,
    @Nullable String note,
    @Nullable String workstream,
    List<String> tags,
    @Nullable LocalDate startDate,
    @Nullable LocalDate dueDate,
    @Nullable Instant changedAt,
    @Nullable String goneReason) {}
