package io.tyto.connector.cloudalm;

import io.tyto.spi.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of a tenant: its API and its pages (facts: Cloud ALM 1.2, 1.4). */
final class Addresses {
  private static final String FEATURE =
      "/launchpad#feature-display?sap-ui-app-id-hint=com.sap.calm.imp.cdm.features.ui"
          + "&/list/details/";

  private static final Pattern REGION =
      Pattern.compile("https?://[a-z]{2}\\d{2}(-\\d{3})?\\.alm\\.cloud\\.sap");

  /** The service key's address wins; {@code /api} is appended where it is missing. */
  static URI api(CloudAlmSettings settings, @Nullable URI fromKey) {
    if (fromKey != null) {
      String text = fromKey.toString().replaceAll("/+$", "");
      // The public sandbox has no /api (facts: Cloud ALM 1.4).
      boolean whole = text.endsWith("/api") || text.endsWith("/SAPCALM");
      return URI.create(whole ? text : text + "/api");
    }
    return URI.create(
        origin(settings)
                .orElseThrow(() ->
                    new SettingsException(
                        "hostUrl",
                        "Give the tenant's address, or a service key with endpoints.Api."))
            + "/api");
  }

  /** Link to a feature's page; none without the tenant's address. */
  static @Nullable URI feature(CloudAlmSettings settings, String uuid) {
    return origin(settings).map(origin -> URI.create(origin + FEATURE + uuid)).orElse(null);
  }

  /** An API address of a region serves every tenant, but has no pages (facts: Cloud ALM 1.2). */
  static List<String> warnings(CloudAlmSettings settings) {
    Optional<String> origin = origin(settings);
    if (origin.isEmpty()) {
      return List.of(
          "Without the tenant's address there are no links to Cloud ALM. Enter it as host URL, for"
              + " example https://mycompany.eu10.alm.cloud.sap.");
    }
    return REGION.matcher(origin.get()).matches()
        ? List.of(
            origin.get()
                + " names a region only, so links to Cloud ALM do not work. Enter the tenant's own"
                + " address, for example https://mycompany.eu10.alm.cloud.sap.")
        : List.of();
  }

  private static Optional<String> origin(CloudAlmSettings settings) {
    String text = settings.hostUrl() == null ? "" : settings.hostUrl().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // A pasted page address carries a fragment with characters that no URI may have.
    String bare = text.replaceFirst("[#?].*$", "");
    try {
      URI uri = new URI(bare.contains("://") ? bare : "https://" + bare);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
        throw new SettingsException("hostUrl", "This is not the address of a tenant: " + bare);
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    } catch (URISyntaxException e) {
      throw new SettingsException("hostUrl", "This is not the address of a tenant: " + bare);
    }
  }

  private Addresses() {}
}
