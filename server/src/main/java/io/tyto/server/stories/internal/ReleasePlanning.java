package io.tyto.server.stories.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.ReleaseVersion;
import io.tyto.server.stories.ReleaseVersions;
import io.tyto.server.stories.StoryRefusal;
import io.tyto.server.stories.WorkItemView;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps release versions and who is in them. */
@Service
class ReleasePlanning implements ReleaseVersions {
  private static final ReleaseVersion.Counts NONE = new ReleaseVersion.Counts(0, 0, 0, 0, 0, 0);

  private final ReleaseVersionStore store;
  private final WorkItemStore items;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ReleasePlanning(
      ReleaseVersionStore store,
      WorkItemStore items,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.items = items;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public List<ReleaseVersion> list(ProjectKey project, boolean archivedToo) {
    return store.list(project, archivedToo);
  }

  @Override
  public ReleaseVersion get(ProjectKey project, String id) {
    return store
        .find(project, id)
        .orElseThrow(() ->
            new Refusal(
                GeneralRefusal.NOT_FOUND,
                "%s has no release version %s.".formatted(project.value(), id)));
  }

  @Override
  @Transactional
  public ReleaseVersion create(ProjectKey project, Change wish, Actor actor) {
    ReleaseVersion made =
        changed(
            new ReleaseVersion(
                Ids.next(), project, "", "", null, ReleaseVersion.State.PLANNED, false, NONE, 1),
            wish);
    try {
      store.insert(made);
    } catch (DuplicateKeyException taken) {
      throw taken(made.name());
    }
    record(actor, "release-version-created", made, said(made));
    return made;
  }

  @Override
  @Transactional
  public ReleaseVersion change(
      ProjectKey project, String id, ExpectedVersion expected, Change change, Actor actor) {
    ReleaseVersion before = get(project, id);
    expected.mustBe(before.version());
    ReleaseVersion wanted = changed(before, change);
    try {
      if (!store.save(wanted)) {
        expected.mustBe(before.version() + 1);
      }
    } catch (DuplicateKeyException taken) {
      throw taken(wanted.name());
    }
    ReleaseVersion after = get(project, id);
    record(
        actor, "release-version-changed", after, Map.of("from", said(before), "to", said(after)));
    return after;
  }

  @Override
  public List<WorkItemView> items(ProjectKey project, String id) {
    return store.items(get(project, id).id());
  }

  @Override
  @Transactional
  public ReleaseVersion add(ProjectKey project, String id, List<WorkItemId> wanted, Actor actor) {
    ReleaseVersion version = get(project, id);
    mustBeOpen(version);
    if (wanted.isEmpty()) {
      return version;
    }
    Map<WorkItemId, String> known = items.titles(wanted);
    wanted.stream()
        .filter(item -> !known.containsKey(item) || !item.project().equals(project))
        .findFirst()
        .ifPresent(item -> {
          throw new Refusal(
              GeneralRefusal.NOT_FOUND, "There is no work item " + item.value() + ".");
        });
    List<String> moved = store.assign(project, id, wanted);
    if (!moved.isEmpty()) {
      record(actor, "release-version-scoped", version, Map.of("workItems", moved));
      moved.forEach(item -> changed(project, item));
    }
    return get(project, id);
  }

  @Override
  @Transactional
  public ReleaseVersion descope(
      ProjectKey project, String id, WorkItemId item, String reason, Actor actor) {
    ReleaseVersion version = get(project, id);
    if (reason.isBlank()) {
      throw Refusal.at(
          "reason",
          StoryRefusal.REASON_REQUIRED,
          "Say why %s does not go live with %s; it stays in the audit."
              .formatted(item.value(), version.name()));
    }
    boolean inside = store.items(id).stream().anyMatch(each -> each.id().equals(item));
    if (inside) {
      store.assign(project, null, List.of(item));
      Map<String, Object> details =
          Map.of("release", version.name(), "workItem", item.value(), "reason", reason.strip());
      record(actor, "release-version-descoped", version, details);
      audit.record(
          actor,
          new Audited.Entry(project, "work-item-descoped", "work-item/" + item.value(), details));
      changed(project, item.value());
    }
    return get(project, id);
  }

  /** For whoever puts an item into a release version by editing the item. */
  void mustTake(ProjectKey project, String id) {
    ReleaseVersion version =
        store
            .find(project, id)
            .orElseThrow(() ->
                Refusal.at(
                    "releaseVersionId",
                    GeneralRefusal.INVALID,
                    "The project has no such release version. Add it under Releases."));
    mustBeOpen(version);
  }

  private static void mustBeOpen(ReleaseVersion version) {
    if (version.archived() || version.state() == ReleaseVersion.State.RELEASED) {
      throw Refusal.at(
          "releaseVersionId",
          StoryRefusal.RELEASE_CLOSED,
          "%s is %s and takes no more work items. Choose another release version, or open it again."
              .formatted(version.name(), version.archived() ? "archived" : "released"));
    }
  }

  private static ReleaseVersion changed(ReleaseVersion before, Change change) {
    String name = change.name() == null ? before.name() : change.name().strip();
    if (name.isEmpty()) {
      throw Refusal.at("name", GeneralRefusal.INVALID, "Give the release version a name.");
    }
    try {
      return new ReleaseVersion(
          before.id(),
          before.project(),
          name,
          change.description() == null ? before.description() : change.description().strip(),
          change.day(before.goLive()),
          Objects.requireNonNullElse(change.state(), before.state()),
          Objects.requireNonNullElse(change.archived(), before.archived()),
          before.counts(),
          before.version());
    } catch (DateTimeParseException noDay) {
      throw Refusal.at(
          "goLive", GeneralRefusal.INVALID, "Give the day of the go-live as 2026-12-31.");
    }
  }

  private static Map<String, Object> said(ReleaseVersion version) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("name", version.name());
    said.put("goLive", String.valueOf(version.goLive()));
    said.put("state", version.state().name());
    said.put("archived", version.archived());
    return said;
  }

  private static Refusal taken(String name) {
    return Refusal.at(
        "name",
        StoryRefusal.NAME_TAKEN,
        "The project has a release version called \"%s\" already.".formatted(name));
  }

  private void record(
      Actor actor, String action, ReleaseVersion version, Map<String, Object> details) {
    audit.record(
        actor,
        new Audited.Entry(version.project(), action, "release-version/" + version.id(), details));
    events.publishEvent(new LiveEvent(version.project(), "release-versions", version.id()));
  }

  private void changed(ProjectKey project, String item) {
    events.publishEvent(new LiveEvent(project, "work-items", item));
  }
}
