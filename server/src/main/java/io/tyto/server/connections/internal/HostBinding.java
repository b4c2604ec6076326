package io.tyto.server.connections.internal;

import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.server.connections.ConnectionRefusal;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.Hosts;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Decides whether a credential may go to an address.
 *
 * <p>A key that names its API address goes there and nowhere else. Otherwise it goes to hosts it
 * was bound to by registering a system; a token of client credentials also to its vendor's domain
 * and to the administrator's list, because the client secret itself stays with the token host.
 */
@Component
class HostBinding {
  private final NetworkPolicy policy;

  HostBinding(NetworkPolicy policy) {
    this.policy = policy;
  }

  boolean allows(SignIn signIn, URI base) {
    URI api = signIn.apiUrl();
    if (api != null) {
      return Hosts.of(api).equals(Hosts.of(base));
    }
    if (signIn.boundHosts().contains(Hosts.of(base))) {
      return true;
    }
    return signIn.type().kind() == CredentialType.Kind.CLIENT
        && (signIn.type().vendorDomains().stream().anyMatch(domain -> Hosts.below(base, domain))
            || policy.lists(base));
  }

  /** Whether registering a system there may bind it. */
  boolean mayBind(SignIn signIn, UserId by) {
    return signIn.apiUrl() == null
        && (signIn.boundHosts().isEmpty() || signIn.secretSetBy().equals(by));
  }

  Refusal refusal(SignIn signIn, URI base) {
    URI api = signIn.apiUrl();
    String to = api == null ? String.join(", ", signIn.boundHosts()) : Hosts.of(api);
    String message =
        to.isEmpty()
            ? "Credential '%s' is not bound to %s: an administrator registers that system, or lists its host (TYTO_NETWORK_ALLOW)."
                .formatted(signIn.name(), Hosts.of(base))
            : "Credential '%s' is bound to %s and does not go to %s. Enter its secret again with that address, or use another credential."
                .formatted(signIn.name(), to, Hosts.of(base));
    return Refusal.at("credentialId", ConnectionRefusal.HOST_NOT_BOUND, message);
  }
}
