package io.tyto.server.identity.web;

import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user in JSON. */
record UserResponse(
    String id,
    String name,
    String displayName,
    @Nullable String email,
    List<String> roles,
    List<AliasBody> aliases,
    boolean locked,
    int version) {

  static UserResponse of(UserView user) {
    return new UserResponse(
        user.id().value(),
        user.name(),
        user.displayName(),
        user.email(),
        user.roles().stream().map(ServerRole::id).sorted().toList(),
        user.aliases().stream().map(a -> new AliasBody(a.system(), a.name())).toList(),
        user.locked(),
        user.version());
  }
}
