package io.tyto.connector.kit.auth;

import java.net.URI;
import java.util.function.Supplier;

/**
 * A client of a token endpoint.
 *
 * @param cacheKey names the secret's version (credential id and version): a token fetched with an
 *     older secret is not used for a newer one
 * @param tokenUrl as pasted; {@code /oauth/token} is appended when the path lacks it
 * @param secret asked for only when a token is fetched
 */
public record OAuthClient(String cacheKey, URI tokenUrl, String clientId, Supplier<String> secret) {

  private static final String PATH = "/oauth/token";

  public OAuthClient {
    tokenUrl = endpoint(tokenUrl);
  }

  /**
   * Service keys of Cloud Foundry name the server ({@code uaa.url}), others the endpoint itself.
   */
  public static URI endpoint(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String bare = path.replaceAll("/+$", "");
    if (bare.endsWith("/token")) {
      return url;
    }
    return URI.create(url.getScheme() + "://" + url.getRawAuthority() + bare + PATH);
  }

  @Override
  public String toString() {
    return "OAuthClient[" + clientId + " at " + tokenUrl + "]";
  }
}
