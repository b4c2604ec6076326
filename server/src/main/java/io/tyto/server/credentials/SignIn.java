package io.tyto.server.credentials;

import io.tyto.server.kernel.UserId;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential opened for use, with the places it may go to.
 *
 * @param cacheKey changes with every new secret
 * @param apiUrl the address the service key named
 * @param boundHosts hosts bound later, by registering a system with this credential
 * @param secretSetBy who entered the secret and so knows it
 */
public record SignIn(
    String credentialId,
    String name,
    CredentialType type,
    CredentialScope scope,
    String cacheKey,
    Means means,
    @Nullable URI apiUrl,
    Set<String> boundHosts,
    UserId secretSetBy) {

  /** What signs in. */
  public sealed interface Means {
    Secret secret();

    /** The secret goes to the token URL's host only. */
    record Client(URI tokenUrl, String clientId, Secret secret) implements Means {}

    record User(String username, Secret secret, @Nullable String origin) implements Means {}

    record Token(Secret secret) implements Means {}
  }
}
