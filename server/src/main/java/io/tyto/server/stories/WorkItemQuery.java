package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Which work items are wanted.
 *
 * @param parent {@code root}, the id of a feature, or null for all
 * @param q at least three characters; found in id, external id and title
 * @param status code or label of the external system
 * @param gone false hides items that are gone, true shows only those, null shows both
 * @param sort column, with {@code -} for descending; null for the id
 */
public record WorkItemQuery(
    ProjectKey project,
    @Nullable String parent,
    WorkItemView.@Nullable Type type,
    @Nullable String q,
    @Nullable String status,
    @Nullable Boolean gone,
    @Nullable String sort) {}
