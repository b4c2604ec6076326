package io.tyto.server.identity;

import io.tyto.server.kernel.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as others see it.
 *
 * @param aliases names of the same person in other systems, for {@code exclude: author}
 */
public record UserView(
    UserId id,
    String name,
    String displayName,
    @Nullable String email,
    Set<ServerRole> roles,
    List<Alias> aliases,
    boolean locked,
    int version) {

  /**
   * @param system an environment's name, a system id, or {@code *} for all
   */
  public record Alias(String system, String name) {}
}
