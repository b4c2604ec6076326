package io.tyto.server.connections.internal;

import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.connections.CredentialChecks;
import io.tyto.server.connections.internal.ConnectorRegistry.Registered;
import io.tyto.server.credentials.CredentialVault;
import io.tyto.server.credentials.CredentialView;
import io.tyto.server.credentials.Credentials;
import io.tyto.server.credentials.Hosts;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.credentials.SignIn.Means;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Outcome;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tries a credential by named probes: the secret, the token, then what its connector tries. */
@Component
class TriedCredentials implements CredentialChecks {
  private static final String SECRET = "secret";
  private static final String TOKEN = "token";
  private static final String API = "api";
  private static final String LATER = "Checked when the integration is added";

  private final Credentials credentials;
  private final CredentialVault vault;
  private final ConnectorRegistry registry;
  private final OpenConnections connections;
  private final Wiring wiring;

  TriedCredentials(
      Credentials credentials,
      CredentialVault vault,
      ConnectorRegistry registry,
      OpenConnections connections,
      Wiring wiring) {
    this.credentials = credentials;
    this.vault = vault;
    this.registry = registry;
    this.connections = connections;
    this.wiring = wiring;
  }

  @Override
  public CheckReport check(Actor caller, String credentialId) {
    CredentialView view = credentials.get(caller, credentialId);
    SignIn signIn;
    try {
      signIn = vault.open(view.id());
    } catch (Refusal refusal) {
      return new CheckReport(List.of(Probe.failed(SECRET, String.valueOf(refusal.getMessage()))));
    }
    List<Probe> probes = new ArrayList<>();
    probes.add(token(signIn));
    if (probes.getFirst().outcome() == Outcome.FAILED) {
      probes.add(Probe.skipped(API, "Not tried: the sign-in failed."));
    } else {
      probes.addAll(api(signIn));
    }
    return new CheckReport(probes);
  }

  private Probe token(SignIn signIn) {
    if (!(signIn.means() instanceof Means.Client client)) {
      return Probe.skipped(TOKEN, "Signs in with every call; no token is fetched.");
    }
    String host = Hosts.of(client.tokenUrl());
    try {
      wiring.signInAnew(signIn);
      return Probe.passed(TOKEN, "The token endpoint " + host + " gave a token.");
    } catch (FaultException e) {
      return Probe.failed(TOKEN, e.fault().message());
    }
  }

  private List<Probe> api(SignIn signIn) {
    List<Registered> fitting =
        registry.all().stream()
            .filter(one -> one.descriptor().credentialTypes().contains(signIn.type().id()))
            .toList();
    if (signIn.apiUrl() == null || fitting.size() != 1) {
      String system =
          signIn.means() instanceof Means.Client
              ? "the credential names no API address."
              : "the address belongs to the environment.";
      return List.of(Probe.skipped(API, LATER + ": " + system));
    }
    Registered only = fitting.getFirst();
    try {
      Map<String, Object> settings = only.form().validated(Map.of());
      return connections
          .check(new ConnectionSpec(only.descriptor().id(), settings, signIn.credentialId()))
          .probes();
    } catch (Refusal needsSettings) {
      return List.of(Probe.skipped(API, LATER + ": it needs settings of its own."));
    }
  }
}
