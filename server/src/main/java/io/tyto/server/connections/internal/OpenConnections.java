package io.tyto.server.connections.internal;

import io.tyto.server.connections.ConnectionRefusal;
import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.ConnectorView;
import io.tyto.server.connections.Opened;
import io.tyto.server.connections.internal.ConnectorRegistry.Registered;
import io.tyto.server.credentials.CredentialVault;
import io.tyto.server.credentials.Hosts;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.Connector;
import io.tyto.spi.Descriptor;
import io.tyto.spi.FaultException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens connections by registry, credential and network policy. */
@Component
class OpenConnections implements Connections {
  private final ConnectorRegistry registry;
  private final CredentialVault vault;
  private final HostBinding binding;
  private final Wiring wiring;

  OpenConnections(
      ConnectorRegistry registry, CredentialVault vault, HostBinding binding, Wiring wiring) {
    this.registry = registry;
    this.vault = vault;
    this.binding = binding;
    this.wiring = wiring;
  }

  @Override
  public List<Descriptor<?>> descriptors() {
    return registry.all().stream().<Descriptor<?>>map(Registered::descriptor).toList();
  }

  @Override
  public Optional<Descriptor<?>> descriptor(String connectorId) {
    return registry.find(connectorId).map(Registered::descriptor);
  }

  @Override
  public boolean can(String connectorId, Class<?> capability) {
    return registry
        .find(connectorId)
        .map(Registered::connector)
        .filter(capability::isInstance)
        .isPresent();
  }

  @Override
  public List<ConnectorView> connectors() {
    return registry.all().stream().map(Registered::view).toList();
  }

  @Override
  public Map<String, Object> validated(String connectorId, Map<String, Object> settings) {
    return registry.get(connectorId).form().validated(settings);
  }

  @Override
  public <C extends Connector<Record>> Opened<C> open(
      ConnectionSpec spec, Class<? super C> capability) {
    Registered registered = registry.get(spec.connectorId());
    Connector<Record> connector = registered.connector();
    if (!capability.isInstance(connector)) {
      throw new Refusal(
          ConnectionRefusal.NOT_CAPABLE,
          "%s cannot do that (%s)."
              .formatted(registered.descriptor().displayName(), capability.getSimpleName()));
    }
    Resolved resolved = resolved(registered, spec);
    SignIn signIn = resolved.signIn();
    if (signIn != null && !binding.allows(signIn, resolved.base())) {
      throw binding.refusal(signIn, resolved.base());
    }
    // The connector is a C: it is an instance of the capability, and both speak of Record.
    @SuppressWarnings("unchecked")
    C capable = (C) connector;
    return new Opened<>(
        capable,
        wiring.connection(spec.connectorId(), resolved.settings(), resolved.base(), signIn));
  }

  @Override
  public CheckReport check(ConnectionSpec spec) {
    try {
      Opened<Connector<Record>> open = open(spec, Connector.class);
      return open.connector().check(open.connection());
    } catch (Refusal refusal) {
      return new CheckReport(
          List.of(Probe.failed("settings", String.valueOf(refusal.getMessage()))));
    } catch (FaultException fault) {
      return new CheckReport(List.of(Probe.failed("connection", fault.fault().message())));
    }
  }

  @Override
  public void bind(Actor by, ConnectionSpec spec) {
    Resolved resolved = resolved(registry.get(spec.connectorId()), spec);
    SignIn signIn = resolved.signIn();
    if (signIn == null || binding.allows(signIn, resolved.base())) {
      return;
    }
    if (!binding.mayBind(signIn, by.id())) {
      throw binding.refusal(signIn, resolved.base());
    }
    vault.bind(by, signIn.credentialId(), Hosts.of(resolved.base()));
  }

  /** Everything needed but the permission to go there. */
  private record Resolved(Record settings, URI base, @Nullable SignIn signIn) {}

  private Resolved resolved(Registered registered, ConnectionSpec spec) {
    Record settings = registered.form().read(spec.settings());
    SignIn signIn = signIn(registered.descriptor(), spec.credentialId());
    URI api = signIn == null ? null : signIn.apiUrl();
    URI base = SettingsForm.refusing(() -> registered.connector().baseUrl(settings, api));
    return new Resolved(settings, base, signIn);
  }

  private @Nullable SignIn signIn(Descriptor<?> descriptor, @Nullable String credentialId) {
    List<String> types = descriptor.credentialTypes();
    if (types.isEmpty()) {
      return null;
    }
    if (credentialId == null) {
      throw Refusal.at(
          "credentialId",
          ConnectionRefusal.CREDENTIAL_NEEDED,
          "%s needs a credential of type %s."
              .formatted(descriptor.displayName(), String.join(" or ", types)));
    }
    SignIn signIn = vault.open(credentialId);
    if (!types.contains(signIn.type().id())) {
      throw Refusal.at(
          "credentialId",
          ConnectionRefusal.CREDENTIAL_NEEDED,
          "Credential '%s' is of type %s; %s needs %s."
              .formatted(
                  signIn.name(),
                  signIn.type().id(),
                  descriptor.displayName(),
                  String.join(" or ", types)));
    }
    return signIn;
  }
}
