package io.tyto.connector.cpi;

import io.tyto.spi.SettingsException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the service root in what people paste. */
final class ApiAddress {
  private static final String FIELD = "apiUrl";

  private ApiAddress() {}

  static URI of(@Nullable String setting, @Nullable URI ofCredential) {
    if (setting == null || setting.isBlank()) {
      if (ofCredential == null) {
        throw new SettingsException(
            FIELD, "The service key carries no API address: enter it here, as in oauth.url.");
      }
      return root(ofCredential);
    }
    try {
      return root(URI.create(setting.strip()));
    } catch (IllegalArgumentException unreadable) {
      throw new SettingsException(FIELD, "This is not an address.");
    }
  }

  /** Cuts {@code /api/v1} and what follows; an edge location before it stays (facts: 1.1). */
  private static URI root(URI address) {
    String host = address.getHost();
    if (host == null || address.getScheme() == null) {
      throw new SettingsException(FIELD, "An address begins with https:// and names a host.");
    }
    if (host.matches("[^.]+\\.it-[^.]+-rt\\..*")) {
      throw new SettingsException(
          FIELD,
          "This host runs integration flows (plan integration-flow). The API needs the address of a"
              + " service key of plan api.");
    }
    String path = Objects.requireNonNullElse(address.getPath(), "");
    String cut = path.replaceFirst("/api(/v1.*)?/?$", "").replaceFirst("/+$", "");
    return URI.create(address.getScheme() + "://" + address.getRawAuthority() + cut);
  }
}
