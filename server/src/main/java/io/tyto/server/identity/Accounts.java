package io.tyto.server.identity;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Administers users. */
public interface Accounts {

  /**
   * @throws Refusal {@code duplicate-name}, or naming the wrong fields
   */
  UserView create(Actor by, NewUser wanted);

  /**
   * @throws Refusal {@code stale}, or {@code last-admin} when nobody would administer
   */
  UserView change(Actor by, UserId id, ExpectedVersion seen, Change change);

  /** Ends the user's sessions; repeating it changes nothing. */
  UserView lock(Actor by, UserId id);

  /** Also lifts a block after failed sign-ins. */
  UserView unlock(Actor by, UserId id);

  /** Sorted by name; {@code q} looks into name, display name and e-mail. */
  Page<UserView> list(PageQuery page, @Nullable String q);

  /**
   * @throws Refusal {@code not-found}
   */
  UserView get(UserId id);

  /** A user to make; without a password nobody can sign in as it. */
  record NewUser(
      String name,
      String displayName,
      @Nullable String email,
      @Nullable String password,
      Set<ServerRole> roles,
      List<UserView.Alias> aliases) {

    @Override
    public String toString() {
      return "NewUser[" + name + "]";
    }
  }

  /** What to change; null leaves it, an empty e-mail removes it. */
  record Change(
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String password,
      @Nullable Set<ServerRole> roles,
      @Nullable List<UserView.Alias> aliases) {

    @Override
    public String toString() {
      return "Change[]";
    }
  }
}
