package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialRefusal;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks and normalises the addresses of a credential. */
final class Addresses {
  private static final String TOKEN_PATH = "/oauth/token";

  private Addresses() {}

  /** The token endpoint; a key's plain {@code uaa.url} gets {@code /oauth/token}. */
  static @Nullable String tokenUrl(
      @Nullable String given, @Nullable String apiUrl, String field, List<FieldError> errors) {
    URI uri = read(given, field, "token URL", errors);
    if (uri == null) {
      return null;
    }
    String path = path(uri);
    if (isApi(uri, path) || (apiUrl != null && apiUrl.equals(origin(uri) + path))) {
      errors.add(
          new FieldError(
              field,
              CredentialRefusal.API_AS_TOKEN_URL.code(),
              "This is an API endpoint. The token URL is uaa.url of the service key, like"
                  + " https://TENANT.authentication.REGION.hana.ondemand.com"));
      return null;
    }
    return origin(uri) + (path.endsWith("/token") ? path : path + TOKEN_PATH);
  }

  /** The API address, without a trailing slash, query and fragment. */
  static @Nullable String apiUrl(@Nullable String given, String field, List<FieldError> errors) {
    URI uri = read(given, field, "API address", errors);
    return uri == null ? null : origin(uri) + path(uri);
  }

  static boolean anyLabelEndsWith(String url, String end) {
    return parsed(url)
        .map(URI::getHost)
        .map(host -> Arrays.stream(host.split("\\.")).anyMatch(label -> label.endsWith(end)))
        .orElse(false);
  }

  private static boolean isApi(URI uri, String path) {
    if (path.endsWith("/token")) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean alm =
        CredentialType.SAP_CLOUD_ALM.vendorDomains().stream()
            .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    return alm || path.endsWith("/api") || path.contains("/api/") || host.contains(".it-cpi");
  }

  private static @Nullable URI read(
      @Nullable String given, String field, String what, List<FieldError> errors) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    URI uri = parsed(given).orElse(null);
    String wrong =
        uri == null
            ? "The " + what + " must be an address like https://host/path."
            : uri.getRawUserInfo() != null
                ? "The " + what + " must not carry a user name or password."
                : null;
    if (wrong != null) {
      errors.add(new FieldError(field, GeneralRefusal.INVALID.code(), wrong));
      return null;
    }
    return uri;
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
