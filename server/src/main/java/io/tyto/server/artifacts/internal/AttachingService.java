package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.Attaching;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.DeliveryHistory;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Attaches, detaches and orders; talks to the source before any transaction begins. */
@Service
class AttachingService implements Attaching {
  private final DeliverableStore store;
  private final Attachments attachments;
  private final WorkItems workItems;
  private final DeliveryHistory history;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Change change;

  AttachingService(
      DeliverableStore store,
      Attachments attachments,
      WorkItems workItems,
      DeliveryHistory history,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Change change) {
    this.store = store;
    this.attachments = attachments;
    this.workItems = workItems;
    this.history = history;
    this.audit = audit;
    this.events = events;
    this.change = change;
  }

  @Override
  public List<Listed> list(WorkItemId item) {
    List<DeliverableStore.Kept> ever = store.everOf(item);
    Map<String, List<String>> reached =
        history.reached(ever.stream().map(each -> each.deliverable().id()).toList());
    Set<String> completed = ever.isEmpty() ? Set.of() : history.completed(item);
    return ever.stream()
        .map(each -> listed(each, reached, completed))
        .filter(each -> !each.descoped() || !each.reached().isEmpty())
        .toList();
  }

  @Override
  public Attached attach(WorkItemId item, NewDeliverable wish, Actor actor) {
    WorkItemView found = workItems.get(item);
    if (found.gone()) {
      throw new Refusal(
          ArtifactRefusal.GONE,
          "%s is gone in the external system; it takes no more deliverables."
              .formatted(item.value()));
    }
    Deliverable prepared = attachments.prepare(item, wish, actor);
    return change.inTransaction(() -> place(prepared, actor));
  }

  /** In the caller's transaction. */
  Attached place(Deliverable prepared, Actor actor) {
    WorkItemId item = prepared.workItem();
    store.lock(item);
    List<Deliverable> attached = store.attached(item);
    Optional<Deliverable> twin =
        attached.stream().filter(each -> each.sameArtifact(prepared)).findFirst();
    if (twin.isPresent() && twin.get().same(prepared)) {
      return new Attached(twin.get(), false);
    }
    int last = attached.isEmpty() ? 0 : attached.getLast().position() + 1;
    Deliverable placed = prepared.at(twin.map(Deliverable::position).orElse(last));
    twin.ifPresent(old -> store.remove(old.id(), actor, placed.addedAt()));
    store.insert(placed);
    note(actor, "deliverable-attached", placed, twin.map(Deliverable::version));
    return new Attached(placed, true);
  }

  @Override
  public void detach(WorkItemId item, String deliverableId, Actor actor) {
    Deliverable found =
        store
            .find(item, deliverableId)
            .orElseThrow(() ->
                new Refusal(
                    GeneralRefusal.NOT_FOUND, "There is no deliverable " + deliverableId + "."));
    change.inTransaction(() -> {
      store.lock(item);
      if (store.attached(item).stream().noneMatch(each -> each.id().equals(deliverableId))) {
        return found;
      }
      if (history.completed(item).contains(deliverableId)) {
        throw new Refusal(ArtifactRefusal.LOCKED, locked(found));
      }
      store.remove(deliverableId, actor, change.now());
      note(actor, "deliverable-detached", found, Optional.empty());
      return found;
    });
  }

  @Override
  public void order(WorkItemId item, List<String> ids, Actor actor) {
    workItems.get(item);
    change.inTransaction(() -> {
      store.lock(item);
      List<String> attached = store.attached(item).stream().map(Deliverable::id).toList();
      if (ids.size() != attached.size() || !new HashSet<>(ids).equals(new HashSet<>(attached))) {
        throw Refusal.at(
            "ids",
            ArtifactRefusal.BAD_ORDER,
            "Name each of the %d attached deliverables once.".formatted(attached.size()));
      }
      if (!ids.equals(attached)) {
        List<String> order = new ArrayList<>(ids);
        order.forEach(id -> store.place(id, order.indexOf(id)));
        record(actor, "deliverables-ordered", item, Map.of("order", order));
      }
      return ids;
    });
  }

  private static Listed listed(
      DeliverableStore.Kept kept, Map<String, List<String>> reached, Set<String> completed) {
    Deliverable deliverable = kept.deliverable();
    boolean isLocked = !kept.removed() && completed.contains(deliverable.id());
    return new Listed(
        deliverable,
        kept.removed(),
        reached.getOrDefault(deliverable.id(), List.of()),
        isLocked ? locked(deliverable) : null);
  }

  private static String locked(Deliverable deliverable) {
    return "%s was promoted by a completed run and stays as its record. Attach the next version instead."
        .formatted(deliverable.name());
  }

  private void note(Actor actor, String action, Deliverable d, Optional<String> replaced) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("deliverable", d.id());
    details.put("kind", d.kind());
    details.put("name", d.name());
    put(details, "externalId", d.externalId());
    put(details, "version", d.version());
    put(details, "digest", d.digest());
    replaced.ifPresent(version -> details.put("replacedVersion", version));
    record(actor, action, d.workItem(), details);
  }

  private void record(Actor actor, String action, WorkItemId item, Map<String, Object> details) {
    audit.record(
        actor, new Audited.Entry(item.project(), action, "work-item/" + item.value(), details));
    workItems
        .find(item)
        .filter(found -> found.validationStatus() != null)
        .ifPresent(found -> workItems.noteValidation(item, "OUTDATED"));
    events.publishEvent(new LiveEvent(item.project(), "work-items", item.value()));
  }

  private static void put(Map<String, Object> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value);
    }
  }
}
