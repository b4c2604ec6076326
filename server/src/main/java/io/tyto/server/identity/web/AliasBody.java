package io.tyto.server.identity.web;

import io.tyto.server.identity.UserView;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a person in another system, in JSON. */
record AliasBody(@NotBlank String system, @NotBlank String name) {

  static List<UserView.Alias> read(@Nullable List<AliasBody> aliases) {
    return aliases == null
        ? List.of()
        : aliases.stream().map(a -> new UserView.Alias(a.system(), a.name())).toList();
  }
}
