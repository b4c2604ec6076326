package io.tyto.spi.artifacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exact version of an artifact.
 *
 * @param version null for kinds without versions (a transport request)
 * @param digest SHA-256 in hex of what would be delivered; for a request without content it covers
 *     number, tasks, object list and the release time once released
 * @param hasContent whether {@link ArtifactSource#fetch} has anything to give
 * @param author the source system's user name, null where it is not told
 * @param objects what it touches, for collisions: {@code R3TR CLAS ZCL_A}, an iFlow's id
 * @param facts further things a person or the target needs (packageId, status, owner ...)
 */
public record ResolvedArtifact(
    String kind,
    String externalId,
    String name,
    @Nullable String version,
    String digest,
    boolean hasContent,
    @Nullable String author,
    List<String> objects,
    Map<String, String> facts) {

  public ResolvedArtifact {
    objects = List.copyOf(objects);
    facts = Map.copyOf(facts);
  }
}
