package io.tyto.server.projects.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.Standing;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.projects.ProjectKeeping;
import io.tyto.server.projects.ProjectView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps projects in the database. */
@Service
class ProjectDesk implements ProjectKeeping {
  private final ProjectRows rows;
  private final MemberRows members;
  private final ProjectChanges changes;
  private final Access access;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ProjectDesk(
      ProjectRows rows,
      MemberRows members,
      ProjectChanges changes,
      Access access,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.members = members;
    this.changes = changes;
    this.access = access;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public ProjectView create(Actor by, ProjectKey key, String name, String description) {
    if (rows.find(key).isPresent()) {
      throw Refusal.at(
          "key", GeneralRefusal.DUPLICATE_NAME, "There is a project " + key.value() + " already.");
    }
    changes.refuseTakenName(name, key);
    rows.insert(key, name, description, clock.instant());
    access
        .standing(by.id())
        .ifPresent(creator ->
            members.put(
                key,
                new MemberRows.Row(creator.user(), Set.of(ProjectRole.PROJECT_ADMIN), Set.of())));
    announce(by, key, "project-created", Map.of("name", name));
    return get(key);
  }

  @Override
  @Transactional
  public ProjectView change(Actor by, ProjectKey key, ExpectedVersion seen, Change change) {
    ProjectView old = rows.locked(key).orElseThrow(() -> ProjectDirectory.notFound(key));
    seen.mustBe(old.version());
    ProjectView now = changes.apply(old, change);
    rows.update(now);
    announce(by, key, "project-changed", ProjectChanges.differences(old, now));
    return get(key);
  }

  @Override
  @Transactional
  public ProjectView archive(Actor by, ProjectKey key, boolean archived) {
    ProjectView old = rows.locked(key).orElseThrow(() -> ProjectDirectory.notFound(key));
    if (old.archived() == archived) {
      return old;
    }
    rows.update(
        new ProjectView(
            key,
            old.name(),
            old.description(),
            old.defaultPipelineId(),
            old.settings(),
            archived,
            old.version()));
    announce(by, key, archived ? "project-archived" : "project-restored", Map.of());
    return get(key);
  }

  @Override
  public Page<ProjectView> list(Actor reader, PageQuery page, @Nullable Boolean archived) {
    Standing standing =
        access
            .standing(reader.id())
            .orElseThrow(() -> new IllegalStateException("No user " + reader.id()));
    UserId member = ProjectDirectory.readsAll(standing) ? null : reader.id();
    List<String> after = Cursor.read(page.cursor(), 1);
    Page<ProjectView> cut =
        Page.cut(
            rows.page(member, archived, after.isEmpty() ? "" : after.getFirst(), page.size() + 1),
            page.size(),
            last -> Cursor.of(last.key().value()));
    return page.counted() ? cut.withTotal(rows.count(member, archived)) : cut;
  }

  private ProjectView get(ProjectKey key) {
    return rows.find(key).orElseThrow(() -> ProjectDirectory.notFound(key));
  }

  private void announce(Actor by, ProjectKey key, String action, Map<String, Object> details) {
    audit.record(
        by, new Audited.Entry(key, action, "project/" + key.value(), new LinkedHashMap<>(details)));
    events.publishEvent(new LiveEvent(key, "projects", key.value()));
  }
}
