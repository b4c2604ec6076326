package io.tyto.server.connections;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.CheckReport;
import io.tyto.spi.Connector;
import io.tyto.spi.Descriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds connectors and opens connections. Opening does no I/O; the first call signs in. */
public interface Connections {

  List<Descriptor<?>> descriptors();

  Optional<Descriptor<?>> descriptor(String connectorId);

  /** Whether the connector implements that interface of the SPI. */
  boolean can(String connectorId, Class<?> capability);

  /**
   * Opens a connection as one capability, for example {@code Opened<StorySource<Record>> open =
   * connections.open(spec, StorySource.class)}.
   *
   * @throws Refusal when the connector is unknown, cannot do that, its settings are wrong, or its
   *     credential is gone, of another type or bound to another host
   */
  <C extends Connector<Record>> Opened<C> open(ConnectionSpec spec, Class<? super C> capability);

  /**
   * Validates settings against the connector's schema.
   *
   * @return the settings with defaults filled in
   * @throws Refusal naming each wrong field
   */
  Map<String, Object> validated(String connectorId, Map<String, Object> settings);

  /** Every connector as pages draw it, by id. */
  List<ConnectorView> connectors();

  /**
   * Tries the connection; what the other side does, and refusals of {@link #open}, become probes.
   */
  CheckReport check(ConnectionSpec spec);

  /**
   * To be called when a system is registered or changed: makes sure that its credential may go
   * there, and binds a credential without an address of its own to the system's host.
   *
   * <p>The first registration binds. Further hosts are bound only by who entered the secret and so
   * knows it already; anybody else enters the secret anew or takes another credential.
   *
   * @throws Refusal as {@link #open}, errors at {@code settings…} and {@code credentialId}
   */
  void bind(Actor by, ConnectionSpec spec);
}
