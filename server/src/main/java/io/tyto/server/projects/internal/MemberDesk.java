package io.tyto.server.projects.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import io.tyto.server.projects.Members;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps memberships in the database. */
@Service
class MemberDesk implements Members {
  private final MemberRows rows;
  private final Users users;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  MemberDesk(MemberRows rows, Users users, AuditTrail audit, ApplicationEventPublisher events) {
    this.rows = rows;
    this.users = users;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public List<Member> of(ProjectKey project) {
    List<MemberRows.Row> found = rows.all(project);
    Map<UserId, UserView> people =
        users.all(found.stream().map(MemberRows.Row::user).toList()).stream()
            .collect(Collectors.toMap(UserView::id, Function.identity()));
    return found.stream()
        .flatMap(row ->
            Optional.ofNullable(people.get(row.user())).stream()
                .map(user -> new Member(user, row.roles(), row.deployTo())))
        .sorted(Comparator.comparing(member -> member.user().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  @Override
  @Transactional
  public Member put(
      Actor by,
      ProjectKey project,
      String userOrName,
      Set<ProjectRole> roles,
      Set<EnvironmentId> deployTo) {
    UserView user = find(userOrName);
    Optional<MemberRows.Row> old = rows.find(project, user.id());
    MemberRows.Row now = new MemberRows.Row(user.id(), roles, deployTo);
    if (!old.equals(Optional.of(now))) {
      rows.put(project, now);
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("user", user.name());
      old.ifPresent(row -> details.put("old", words(row)));
      details.put("new", words(now));
      announce(by, project, "member-changed", user, details);
    }
    return new Member(user, roles, deployTo);
  }

  @Override
  @Transactional
  public void remove(Actor by, ProjectKey project, String userOrName) {
    UserView user = find(userOrName);
    rows.find(project, user.id())
        .ifPresent(row -> {
          rows.delete(project, user.id());
          announce(
              by, project, "member-removed", user, Map.of("user", user.name(), "old", words(row)));
        });
  }

  private UserView find(String userOrName) {
    return users
        .find(new UserId(userOrName))
        .or(() -> users.findByName(userOrName))
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no user " + userOrName + "."));
  }

  private void announce(
      Actor by, ProjectKey project, String action, UserView user, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(project, action, "member/" + user.id().value(), details));
    events.publishEvent(new LiveEvent(project, "members", user.id().value()));
  }

  private static Map<String, Object> words(MemberRows.Row row) {
    return Map.of(
        "roles",
        row.roles().stream().map(ProjectRole::id).sorted().toList(),
        "deployTo",
        row.deployTo().stream().map(EnvironmentId::value).sorted().toList());
  }
}
