package io.tyto.server.artifacts;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Instant addedAt) {

  /** Exactly the same version of the same thing, whoever carries it. */
  public boolean same(Deliverable other) {
    return sameArtifact(other)
        && Objects.equals(version, other.version)
        && Objects.equals(digest, other.digest)
        && name.equals(other.name);
  }

  /** The same thing in any version. */
  public boolean sameArtifact(Deliverable other) {
    return kind.equals(other.kind)
        && Objects.equals(environmentId, other.environmentId)
        && Objects.equals(externalId, other.externalId)
        && Objects.equals(url, other.url);
  }

  /** The same for another work item. */
  public Deliverable carriedBy(String newId, WorkItemId item, String by, Instant at) {
    return copy(newId, item, position, by, at);
  }

  /** The same at another place of the order. */
  public Deliverable at(int newPosition) {
    return copy(id, workItem, newPosition, addedBy, addedAt);
  }

  private Deliverable copy(String newId, WorkItemId item, int place, String by, Instant at) {
    return new Deliverable(
        newId,
        item,
        kind,
        environmentId,
        externalId,
        version,
        name,
        url,
        digest,
        contentDigest,
        author,
        objects,
        facts,
        place,
        by,
        at);
  }
}
