package io.tyto.server.artifacts.web;

import io.tyto.server.artifacts.Attaching.Listed;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.ManualStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable in JSON.
 *
 * @param step what kind {@code manual-step} asks for
 * @param descoped removed from the item, but already in the environments of {@code reached}
 * @param locked why it cannot be removed; null when it can
 */
public record DeliverableResource(
    String id,
    String workItemId,
    String kind,
    @Nullable String environmentId,
    @Nullable String externalId,
    @Nullable String version,
    String name,
    @Nullable String url,
    @Nullable String digest,
    @Nullable String author,
    List<String> objects,
    Map<String, String> facts,
    @Nullable ManualStep step,
    int position,
    String addedBy,
    Instant addedAt,
    boolean descoped,
    List<String> reached,
    @Nullable String locked) {

  static DeliverableResource of(Deliverable attached) {
    return of(new Listed(attached, false, List.of(), null));
  }

  static DeliverableResource of(Listed listed) {
    Deliverable d = listed.deliverable();
    return new DeliverableResource(
        d.id(),
        d.workItem().value(),
        d.kind(),
        d.environmentId() == null ? null : d.environmentId().value(),
        d.externalId(),
        d.version(),
        d.name(),
        d.url(),
        d.digest(),
        d.author(),
        d.objects(),
        d.facts(),
        d.kind().equals(ManualStep.KIND) ? ManualStep.of(d) : null,
        d.position(),
        d.addedBy(),
        d.addedAt(),
        listed.descoped(),
        listed.reached(),
        listed.locked());
  }
}
