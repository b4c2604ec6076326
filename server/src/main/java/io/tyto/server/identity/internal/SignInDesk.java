package io.tyto.server.identity.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.SignIn;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs people in by name and password. */
@Service
class SignInDesk implements SignIn {
  private final UserRows users;
  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final FailedSignIns failures;
  private final Sessions sessions;
  private final AuditTrail audit;

  SignInDesk(
      UserRows users,
      JdbcClient jdbc,
      Passwords passwords,
      FailedSignIns failures,
      Sessions sessions,
      AuditTrail audit) {
    this.users = users;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.failures = failures;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  @Transactional(noRollbackFor = Refusal.class)
  public UserView check(String name, String password) {
    failures.refuseBlocked(name);
    Optional<UserView> found = users.findByName(name);
    if (!passwords.matches(password, found.map(user -> hashOf(user.id())).orElse(null))) {
      boolean blocked = failures.count(name);
      found.ifPresent(user -> recordFailure(user, blocked));
      throw wrong();
    }
    UserView user = found.orElseThrow(SignInDesk::wrong);
    if (user.locked()) {
      throw new Refusal(
          IdentityRefusal.LOCKED, "This user is locked. Ask an administrator to unlock it.");
    }
    failures.forget(name);
    audit.record(
        new Actor(user.id(), user.name(), Actor.Kind.PERSON),
        new Audited.Entry(null, "signed-in", "user/" + user.id().value(), Map.of()));
    return user;
  }

  @Override
  public Instant remember(HttpSession session, UserId user) {
    return sessions.begin(session, user);
  }

  @Override
  public Instant endOf(HttpSession session) {
    return sessions.endOf(session);
  }

  @Override
  @Transactional
  public void changePassword(Actor actor, String current, String next) {
    UserId id = actor.id();
    if (actor.kind() != Actor.Kind.PERSON) {
      throw new Refusal(GeneralRefusal.FORBIDDEN, "Sign in with name and password to do this.");
    }
    if (!passwords.matches(current, hashOf(id))) {
      throw Refusal.at(
          "current", IdentityRefusal.SIGN_IN_FAILED, "The current password is not right.");
    }
    jdbc.sql("update identity_user set password_hash = :hash where id = :id")
        .param("hash", passwords.hash("next", next))
        .param("id", id.value())
        .update();
    audit.record(
        actor, new Audited.Entry(null, "password-changed", "user/" + id.value(), Map.of()));
    sessions.endAll(id);
  }

  /** Null for users who have no password. */
  private @Nullable String hashOf(UserId id) {
    return jdbc.sql("select coalesce(password_hash, '') from identity_user where id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .filter(hash -> !hash.isEmpty())
        .orElse(null);
  }

  private void recordFailure(UserView user, boolean blocked) {
    audit.record(
        Actor.SYSTEM,
        new Audited.Entry(
            null, "sign-in-failed", "user/" + user.id().value(), Map.of("blocked", blocked)));
  }

  private static Refusal wrong() {
    return new Refusal(IdentityRefusal.SIGN_IN_FAILED, "Name or password is wrong.");
  }
}
