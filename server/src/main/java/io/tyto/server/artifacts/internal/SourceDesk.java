package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.AtSource;
import io.tyto.server.artifacts.Attaching;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes to sources because a person asked for it; the trail says so before and after. */
@Service
class SourceDesk implements AtSource {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int LOOKS = 8;

  private final WritableSources sources;
  private final Attaching attaching;
  private final DeliverableStore store;
  private final ReleasePolicy policy;
  private final AuditTrail audit;
  private final Change change;

  SourceDesk(
      WritableSources sources,
      Attaching attaching,
      DeliverableStore store,
      ReleasePolicy policy,
      AuditTrail audit,
      Change change) {
    this.sources = sources;
    this.attaching = attaching;
    this.store = store;
    this.policy = policy;
    this.audit = audit;
    this.change = change;
  }

  @Override
  public Attaching.Attached saveAsVersion(WorkItemId item, NewDeliverable wish, Actor actor) {
    String externalId = said("externalId", wish.externalId());
    String version = said("version", wish.version());
    var drafts = sources.drafts(item.project(), wish.kind(), wish.environmentId());
    note(actor, "draft-save-asked", item, externalId, version);
    Resolution saved = drafts.saveAsVersion(externalId, version);
    if (saved instanceof Resolution.Unusable(String code, String message)) {
      throw Refusal.at("version", ArtifactRefusal.ARTIFACT_UNUSABLE, message + " (" + code + ")");
    }
    note(actor, "draft-saved", item, externalId, version);
    var exact =
        new NewDeliverable(
            wish.kind(), drafts.environment(), externalId, version, null, null, null, null);
    return attaching.attach(item, exact, actor);
  }

  @Override
  public Deliverable release(WorkItemId item, String deliverableId, Actor actor) {
    Deliverable request =
        store.attached(item).stream()
            .filter(each -> each.id().equals(deliverableId))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    GeneralRefusal.NOT_FOUND, "There is no deliverable " + deliverableId + "."));
    EnvironmentId at = request.environmentId();
    String number = request.externalId();
    if (at == null || number == null) {
      throw new Refusal(
          ArtifactRefusal.NOT_RELEASABLE, request.name() + " is nothing that is released.");
    }
    policy.check(request, actor);
    var releases = sources.releases(item.project(), request.kind(), at);
    note(actor, "transport-release-asked", item, number, null);
    Progress end = watched(releases, number);
    switch (end) {
      case Progress.Refused refused ->
          throw new Refusal(ArtifactRefusal.NOT_RELEASED, refused.message());
      case Progress.Broken broken ->
          throw new Refusal(
              ArtifactRefusal.NOT_RELEASED,
              "Whether %s was released is not known: %s Look at the request, then try again: what is released already stays as it is."
                  .formatted(number, broken.fault().message()));
      case Progress.Done done -> note(actor, "transport-released", item, number, null);
      case Progress.Working working -> note(actor, "transport-release-goes-on", item, number, null);
    }
    var again = new NewDeliverable(request.kind(), at, number, null, null, null, null, null);
    return attaching.attach(item, again, actor).deliverable();
  }

  private static Progress watched(WritableSources.Releases releases, String number) {
    Progress progress = releases.release(number, Ids.next());
    for (int look = 0; look < LOOKS && progress instanceof Progress.Working working; look++) {
      pause();
      progress = releases.poll(working.handle());
    }
    return progress;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(
      Actor actor, String action, WorkItemId item, String externalId, @Nullable String version) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("externalId", externalId);
    if (version != null) {
      details.put("version", version);
    }
    var entry = new Audited.Entry(item.project(), action, "work-item/" + item.value(), details);
    change.inTransaction(() -> {
      audit.record(actor, entry);
      return entry;
    });
  }

  private static String said(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Refusal.at(field, GeneralRefusal.INVALID, "Say which " + field + ".");
    }
    return value.trim();
  }
}
