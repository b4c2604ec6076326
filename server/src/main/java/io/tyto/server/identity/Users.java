package io.tyto.server.identity;

import io.tyto.server.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks users up. */
public interface Users {

  Optional<UserView> find(UserId id);

  /** By sign-in name, ignoring case. */
  Optional<UserView> findByName(String name);

  List<UserView> all(Collection<UserId> ids);

  /** Everybody whose name or alias in that system is the given one, ignoring case. */
  List<UserView> knownAs(String system, String name);
}
