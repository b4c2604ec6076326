package io.tyto.server.identity.internal;

import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks users up in the database. */
@Service
class UserDirectory implements Users {
  private final UserRows rows;

  UserDirectory(UserRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<UserView> find(UserId id) {
    return rows.find(id);
  }

  @Override
  public Optional<UserView> findByName(String name) {
    return rows.findByName(name);
  }

  @Override
  public List<UserView> all(Collection<UserId> ids) {
    return rows.all(ids);
  }

  @Override
  public List<UserView> knownAs(String system, String name) {
    return rows.knownAs(system, name);
  }
}
