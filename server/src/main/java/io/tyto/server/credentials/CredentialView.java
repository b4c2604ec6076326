package io.tyto.server.credentials;

import io.tyto.server.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it may be shown: everything but its secret.
 *
 * @param apiUrl address the service key named, without a trailing slash
 * @param hosts hosts (with the port when it is not the scheme's) the secret or its token may go to
 * @param secretMissing the secret was cleared or never given; enter it before the next use
 * @param secretSetAt when the stored secret was entered
 * @param message what to do next, if anything
 * @param createdBy name as shown to people
 */
public record CredentialView(
    String id,
    String name,
    CredentialType type,
    CredentialScope scope,
    @Nullable String clientId,
    @Nullable String username,
    @Nullable String origin,
    @Nullable String tokenUrl,
    @Nullable String apiUrl,
    List<String> hosts,
    boolean secretMissing,
    @Nullable Instant secretSetAt,
    @Nullable String message,
    List<CredentialUse.Use> usedBy,
    UserId createdById,
    String createdBy,
    Instant createdAt,
    @Nullable String modifiedBy,
    @Nullable Instant modifiedAt,
    int version) {

  public CredentialView {
    hosts = List.copyOf(hosts);
    usedBy = List.copyOf(usedBy);
  }
}
