package io.tyto.server.identity.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.Accounts;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administers users in the database. */
@Service
class AccountDesk implements Accounts {
  private final UserRows rows;
  private final UserWrites writes;
  private final FailedSignIns failures;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  AccountDesk(
      UserRows rows,
      UserWrites writes,
      FailedSignIns failures,
      Sessions sessions,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.writes = writes;
    this.failures = failures;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
  }

  @Override
  @Transactional
  public UserView create(Actor by, NewUser wanted) {
    UserId id = writes.insert(wanted);
    UserView user = get(id);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("name", user.name());
    details.put("roles", words(user.roles()));
    details.put("aliases", words(user.aliases()));
    announce(by, "user-created", id, details);
    return user;
  }

  @Override
  @Transactional
  public UserView change(Actor by, UserId id, ExpectedVersion seen, Change change) {
    UserView old = writes.locked(id);
    seen.mustBe(old.version());
    keepAnAdmin(old, change.roles() == null || change.roles().contains(ServerRole.ADMIN));
    writes.update(old, change);
    if (change.password() != null) {
      sessions.endAll(id);
    }
    UserView now = get(id);
    Map<String, Object> details = new LinkedHashMap<>();
    difference(details, "displayName", old.displayName(), now.displayName());
    difference(details, "email", old.email(), now.email());
    difference(details, "roles", words(old.roles()), words(now.roles()));
    difference(details, "aliases", words(old.aliases()), words(now.aliases()));
    if (change.password() != null) {
      details.put("password", "changed");
    }
    announce(by, "user-changed", id, details);
    return now;
  }

  @Override
  @Transactional
  public UserView lock(Actor by, UserId id) {
    UserView old = writes.locked(id);
    if (old.locked()) {
      return old;
    }
    keepAnAdmin(old, false);
    writes.setLocked(id, true);
    sessions.endAll(id);
    announce(by, "user-locked", id, Map.of());
    return get(id);
  }

  @Override
  @Transactional
  public UserView unlock(Actor by, UserId id) {
    UserView old = writes.locked(id);
    failures.forget(old.name());
    if (!old.locked()) {
      return old;
    }
    writes.setLocked(id, false);
    announce(by, "user-unlocked", id, Map.of());
    return get(id);
  }

  @Override
  public Page<UserView> list(PageQuery page, @Nullable String q) {
    List<String> after = Cursor.read(page.cursor(), 1);
    List<UserView> found = rows.page(after.isEmpty() ? "" : after.getFirst(), q, page.size() + 1);
    Page<UserView> cut =
        Page.cut(found, page.size(), last -> Cursor.of(last.name().toLowerCase(Locale.ROOT)));
    return page.counted() ? cut.withTotal(rows.count(q)) : cut;
  }

  @Override
  public UserView get(UserId id) {
    return rows.find(id)
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no user " + id.value() + "."));
  }

  private void keepAnAdmin(UserView old, boolean staysAdmin) {
    if (!staysAdmin
        && old.roles().contains(ServerRole.ADMIN)
        && !old.locked()
        && writes.otherAdmins(old.id()) == 0) {
      throw new Refusal(
          IdentityRefusal.LAST_ADMIN,
          "This is the last administrator who can sign in. Make another one first.");
    }
  }

  private void announce(Actor by, String action, UserId id, Map<String, Object> details) {
    audit.record(by, new Audited.Entry(null, action, "user/" + id.value(), details));
    events.publishEvent(new LiveEvent(null, "users", id.value()));
  }

  private static void difference(
      Map<String, Object> details, String name, @Nullable Object old, @Nullable Object now) {
    if (!String.valueOf(old).equals(String.valueOf(now))) {
      details.put(name, Map.of("old", old == null ? "" : old, "new", now == null ? "" : now));
    }
  }

  private static List<String> words(Set<ServerRole> roles) {
    return roles.stream().map(ServerRole::id).sorted().toList();
  }

  private static List<String> words(List<UserView.Alias> aliases) {
    return aliases.stream().map(alias -> alias.system() + ":" + alias.name()).toList();
  }
}
