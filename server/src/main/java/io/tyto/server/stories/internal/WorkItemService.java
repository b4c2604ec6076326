package io.tyto.server.stories.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.StoryProgressed;
import io.tyto.server.stories.WorkItemDesk;
import io.tyto.server.stories.WorkItemDetail;
import io.tyto.server.stories.WorkItemPipelines;
import io.tyto.server.stories.WorkItemQuery;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work items for people and for the other modules. */
@Service
class WorkItemService implements WorkItems, WorkItemDesk {
  private final WorkItemStore store;
  private final WorkItemEdits edits;
  private final Descriptions descriptions;
  private final WorkItemPipelines pipelines;
  private final ReleasePlanning releases;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  WorkItemService(
      WorkItemStore store,
      WorkItemEdits edits,
      Descriptions descriptions,
      WorkItemPipelines pipelines,
      ReleasePlanning releases,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.edits = edits;
    this.descriptions = descriptions;
    this.pipelines = pipelines;
    this.releases = releases;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public Optional<WorkItemView> find(WorkItemId id) {
    return store.find(id);
  }

  @Override
  public WorkItemView get(WorkItemId id) {
    return store
        .find(id)
        .orElseThrow(() ->
            new Refusal(GeneralRefusal.NOT_FOUND, "There is no work item " + id.value() + "."));
  }

  @Override
  public Map<WorkItemId, String> titles(Collection<WorkItemId> ids) {
    return store.titles(ids);
  }

  @Override
  public List<WorkItemView> childrenOf(WorkItemId feature) {
    return store.childrenOf(feature);
  }

  @Override
  public Page<WorkItemView> list(WorkItemQuery query, PageQuery page) {
    return store.list(query, page);
  }

  @Override
  public List<StatusInUse> statuses(ProjectKey project) {
    return store.statuses(project);
  }

  @Override
  public WorkItemDetail open(WorkItemId id) {
    return descriptions.open(get(id));
  }

  @Override
  @Transactional
  public WorkItemView edit(WorkItemId id, Edit edit, ExpectedVersion expected, Actor actor) {
    WorkItemView before = get(id);
    expected.mustBe(before.version());
    WorkItemEdits.Ours ours =
        new WorkItemEdits.Ours(
            merged(edit.pipelineId(), before.pipelineId()),
            merged(edit.component(), before.component()),
            merged(edit.releaseVersionId(), before.releaseVersionId()),
            edit.noArtifacts() == null ? before.noArtifacts() : edit.noArtifacts());
    if (ours.pipelineId() != null && !pipelines.exists(id.project(), ours.pipelineId())) {
      throw Refusal.at(
          "pipelineId", GeneralRefusal.INVALID, "The project has no such release pipeline.");
    }
    String release = ours.releaseVersionId();
    if (release != null && !release.equals(before.releaseVersionId())) {
      releases.mustTake(id.project(), release);
    }
    if (!edits.save(id, before.version(), ours)) {
      expected.mustBe(before.version() + 1);
    }
    WorkItemView after = get(id);
    audit.record(
        actor,
        new Audited.Entry(
            id.project(),
            "work-item-edited",
            "work-item/" + id.value(),
            difference(before, after)));
    events.publishEvent(new LiveEvent(id.project(), "work-items", id.value()));
    return after;
  }

  @Override
  @Transactional
  public void noteValidation(WorkItemId id, String validationStatus) {
    edits.noteValidation(id, validationStatus);
    events.publishEvent(new LiveEvent(id.project(), "work-items", id.value()));
  }

  @EventListener
  void on(StoryProgressed progress) {
    edits.noteProgress(progress);
    WorkItemId id = progress.workItem();
    events.publishEvent(new LiveEvent(id.project(), "work-items", id.value()));
  }

  private static @Nullable String merged(@Nullable String wish, @Nullable String before) {
    if (wish == null) {
      return before;
    }
    return wish.isBlank() ? null : wish.trim();
  }

  private static Map<String, Object> difference(WorkItemView before, WorkItemView after) {
    Map<String, Object> changes = new LinkedHashMap<>();
    differ(changes, "pipelineId", before.pipelineId(), after.pipelineId());
    differ(changes, "component", before.component(), after.component());
    differ(changes, "releaseVersionId", before.releaseVersionId(), after.releaseVersionId());
    differ(changes, "noArtifacts", before.noArtifacts(), after.noArtifacts());
    return changes;
  }

  private static void differ(
      Map<String, Object> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(field, Map.of("from", String.valueOf(before), "to", String.valueOf(after)));
    }
  }
}
