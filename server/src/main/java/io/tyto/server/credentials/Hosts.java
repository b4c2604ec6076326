package io.tyto.server.credentials;

import java.net.URI;
import java.util.Locale;

/** Names the place a secret is bound to: host, and the port unless it is https on 443. */
public final class Hosts {
  private Hosts() {}

  public static String of(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean https = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : https ? 443 : 80;
    return https && port == 443 ? plain : plain + ":" + port;
  }

  /** Whether it is https on 443 at that domain or below it. */
  public static boolean below(URI address, String domain) {
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      return false;
    }
    String host = of(address);
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
