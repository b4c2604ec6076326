package io.tyto.spi;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One vendor product that Tyto talks to.
 *
 * <p>Stateless and thread-safe: one instance serves all connections. Further interfaces say what it
 * can do: {@link io.tyto.spi.stories.StorySource}, {@link io.tyto.spi.artifacts.ArtifactSource},
 * {@link io.tyto.spi.delivery.ReleaseTarget} and the small ones beside them.
 *
 * @param <S> its settings, a record without secrets whose components carry {@link Setting}
 */
public interface Connector<S extends Record> {

  Descriptor<S> descriptor();

  /**
   * The only address calls of this connection go to.
   *
   * @param credentialApiUrl the address the service key carries, if it does
   * @throws SettingsException when neither the settings nor the credential name an address
   */
  URI baseUrl(S settings, @Nullable URI credentialApiUrl);

  /**
   * Tries the connection by named probes. Never throws for what the other side does; never writes.
   */
  CheckReport check(Connection<S> to);
}
