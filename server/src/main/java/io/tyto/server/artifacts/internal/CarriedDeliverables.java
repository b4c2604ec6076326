package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Candidates are derived from the deliverables until a run freezes one. */
@Service
class CarriedDeliverables implements Deliverables {
  private final DeliverableStore deliverables;
  private final CandidateStore candidates;
  private final ContentStore content;
  private final Sources sources;
  private final Clock clock;

  CarriedDeliverables(
      DeliverableStore deliverables,
      CandidateStore candidates,
      ContentStore content,
      Sources sources,
      Clock clock) {
    this.deliverables = deliverables;
    this.candidates = candidates;
    this.content = content;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public Candidate current(WorkItemId item) {
    List<Deliverable> attached = deliverables.attached(item);
    String digest = CandidateDigest.of(attached);
    Optional<CandidateStore.Frozen> latest = candidates.latest(item);
    boolean unchanged = latest.map(frozen -> frozen.digest().equals(digest)).orElse(false);
    int number = latest.map(frozen -> unchanged ? frozen.number() : frozen.number() + 1).orElse(1);
    return new Candidate(item, number, digest, unchanged, attached);
  }

  @Override
  public Candidate candidate(WorkItemId item, int number) {
    return candidates
        .find(item, number)
        .or(() -> Optional.of(current(item)).filter(now -> now.number() == number))
        .orElseThrow(() ->
            new Refusal(
                GeneralRefusal.NOT_FOUND,
                "%s has no candidate %d.".formatted(item.value(), number)));
  }

  @Override
  public Candidate together(List<Candidate> parts) {
    List<Deliverable> all = new ArrayList<>();
    for (Candidate part : parts) {
      for (Deliverable next : part.deliverables()) {
        Optional<Deliverable> twin = all.stream().filter(next::sameArtifact).findFirst();
        if (twin.isEmpty()) {
          all.add(next);
        } else if (newer(next, twin.get())) {
          all.remove(twin.get());
          all.add(next);
        }
      }
    }
    Candidate first = parts.getFirst();
    return new Candidate(
        first.workItem(),
        first.number(),
        CandidateDigest.together(parts),
        parts.stream().allMatch(Candidate::frozen),
        all);
  }

  /** Without comparable versions the later in the order of the parts is the newer. */
  private static boolean newer(Deliverable next, Deliverable twin) {
    String mine = next.version();
    String theirs = twin.version();
    return !next.same(twin)
        && (mine == null || theirs == null || !VersionOrder.before(mine, theirs));
  }

  @Override
  @Transactional
  public Candidate freeze(WorkItemId item, int number, String digest) {
    deliverables.lock(item);
    Candidate now = current(item);
    if (now.number() != number || !now.digest().equals(digest)) {
      throw new Refusal(
          ArtifactRefusal.CANDIDATE_OUTDATED,
          "The deliverables changed: candidate %d is the one to promote now. Look at the plan again."
              .formatted(now.number()));
    }
    if (!now.frozen()) {
      candidates.insert(now, clock.instant());
    }
    return new Candidate(item, number, digest, true, now.deliverables());
  }

  @Override
  public Deliverable secure(Deliverable deliverable) {
    if (deliverable.environmentId() != null) {
      confirmSource(deliverable);
    }
    String stored = deliverable.contentDigest();
    if (stored != null) {
      content.get(stored);
    }
    return deliverable;
  }

  /**
   * A version that the source has replaced by a newer one is fine as long as its content was taken
   * when it was attached; the same version with other content is not.
   */
  private void confirmSource(Deliverable deliverable) {
    Sources.Source source = sources.source(Objects.requireNonNull(deliverable.environmentId()));
    String externalId = Objects.requireNonNull(deliverable.externalId());
    Resolution found = source.open().resolve(deliverable.kind(), externalId, deliverable.version());
    switch (found) {
      case Resolution.Resolved resolved -> confirmDigest(deliverable, source, resolved.artifact());
      case Resolution.Unusable unusable -> {
        if (deliverable.contentDigest() == null) {
          throw moved(deliverable, unusable.message());
        }
      }
    }
  }

  private void confirmDigest(
      Deliverable deliverable, Sources.Source source, ResolvedArtifact artifact) {
    String digest = artifact.digest();
    if (artifact.hasContent()) {
      Content fetched = source.open().fetch(artifact);
      digest = fetched.digest();
    }
    if (!digest.equals(deliverable.digest())) {
      throw moved(deliverable, "its content there is no longer what was attached");
    }
  }

  private static Refusal moved(Deliverable deliverable, String why) {
    String version = deliverable.version() == null ? "" : " " + deliverable.version();
    return new Refusal(
        ArtifactRefusal.SOURCE_MOVED,
        "The source of %s%s moved: %s. Attach it again to make the next candidate."
            .formatted(deliverable.name(), version, why));
  }

  @Override
  public List<Collision> collisions(WorkItemId item) {
    return deliverables.collisions(item);
  }
}
