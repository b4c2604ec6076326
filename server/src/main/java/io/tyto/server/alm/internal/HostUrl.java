package io.tyto.server.alm.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Cuts a pasted address down to scheme, host and port. */
final class HostUrl {
  private HostUrl() {}

  /** Empty when it is no web address; path, query and fragment of a pasted page do not matter. */
  static Optional<String> normalised(String pasted) {
    String bare = pasted.strip().replaceFirst("[#?].*$", "");
    try {
      URI uri = new URI(bare.contains("://") ? bare : "https://" + bare);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      int port = uri.getPort();
      return Optional.of(
          scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
