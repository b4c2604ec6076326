package io.tyto.server.artifacts;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a work item carries: always an exact version, with a digest where content exists.
 *
 * @param kind {@code cpi-artifact}, {@code transport}, {@code mta}, {@code commit}, {@code file},
 *     {@code link}, {@code manual-step}
 * @param environmentId where it comes from; null for uploads and links
 * @param contentDigest names the bytes in the {@link ContentStore}; null while there are none
 * @param author user name in the source system, for {@code exclude: author}
 * @param objects what it touches; collisions go by these, not by version
 * @param addedBy who attached it
 */
public record Deliverable(
    String id,
    WorkItemId workItem,
    String kind,
    @Nullable EnvironmentId environmentId,
    @Nullable String externalId,
    @Nullable String version,
    String name,
    @Nullable String url,
    @Nullable String digest,
    @Nullable String contentDigest,
    @Nullable String author,
    List<String> objects,
    Map<String, String> facts,
    int position,
    String addedBy,
    Instant addedAt) {}
