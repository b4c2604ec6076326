package io.tyto.server.identity.internal;

import io.tyto.server.identity.Accounts;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes rows of users; the caller owns the transaction. */
@Repository
class UserWrites {
  private final JdbcClient jdbc;
  private final UserRows rows;
  private final Passwords passwords;
  private final Clock clock;

  UserWrites(JdbcClient jdbc, UserRows rows, Passwords passwords, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.passwords = passwords;
    this.clock = clock;
  }

  UserId insert(Accounts.NewUser wanted) {
    UserId id = new UserId(Ids.next());
    int made =
        jdbc.sql(
                """
                insert into identity_user
                  (id, name, display_name, email, password_hash, roles, created_at)
                values (:id, :name, :display, :email, :hash, cast(:roles as text[]), :now)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("name", wanted.name())
            .param("display", wanted.displayName())
            .param("email", blankToNull(wanted.email()))
            .param("hash", hash(wanted.password()))
            .param("roles", UserRows.literal(wanted.roles()))
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (made == 0) {
      throw Refusal.at(
          "name",
          GeneralRefusal.DUPLICATE_NAME,
          "There is a user %s already.".formatted(wanted.name()));
    }
    setAliases(id, wanted.aliases());
    return id;
  }

  void update(UserView old, Accounts.Change change) {
    Set<ServerRole> roles = change.roles() == null ? old.roles() : change.roles();
    jdbc.sql(
            """
            update identity_user
            set display_name = :display, email = :email, roles = cast(:roles as text[]),
                password_hash = coalesce(:hash, password_hash), version = version + 1
            where id = :id
            """)
        .param("display", change.displayName() == null ? old.displayName() : change.displayName())
        .param("email", change.email() == null ? old.email() : blankToNull(change.email()))
        .param("roles", UserRows.literal(roles))
        .param("hash", hash(change.password()))
        .param("id", old.id().value())
        .update();
    if (change.aliases() != null) {
      jdbc.sql("delete from identity_alias where user_id = :id")
          .param("id", old.id().value())
          .update();
      setAliases(old.id(), change.aliases());
    }
  }

  /** The user, kept from changing until the transaction ends. */
  UserView locked(UserId id) {
    jdbc.sql("select 1 from identity_user where id = :id for update")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
    return rows.find(id)
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no user " + id.value() + "."));
  }

  void setLocked(UserId id, boolean locked) {
    jdbc.sql("update identity_user set locked = :locked, version = version + 1 where id = :id")
        .param("locked", locked)
        .param("id", id.value())
        .update();
  }

  /** Others who can sign in and administer; kept so until the transaction ends. */
  long otherAdmins(UserId id) {
    return jdbc.sql(
            """
            select id from identity_user
            where 'ADMIN' = any(roles) and not locked and id <> :id
              and password_hash is not null
            order by id for update
            """)
        .param("id", id.value())
        .query(String.class)
        .list()
        .size();
  }

  /** True for exactly one node of a server without users, until its transaction ends. */
  boolean claimFirstStart() {
    jdbc.sql("lock table identity_user in share row exclusive mode").update();
    return jdbc.sql("select not exists (select 1 from identity_user)")
        .query(Boolean.class)
        .single();
  }

  private void setAliases(UserId id, List<UserView.Alias> aliases) {
    for (UserView.Alias alias : aliases) {
      jdbc.sql(
              """
              insert into identity_alias (user_id, system, name) values (:id, :system, :name)
              on conflict do nothing
              """)
          .param("id", id.value())
          .param("system", alias.system())
          .param("name", alias.name())
          .update();
    }
  }

  private @Nullable String hash(@Nullable String password) {
    return password == null ? null : passwords.hash("password", password);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
