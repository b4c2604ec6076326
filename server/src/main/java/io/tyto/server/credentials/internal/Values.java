package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialInput;
import io.tyto.server.credentials.Hosts;
import io.tyto.server.credentials.Secret;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a credential, whether from a service key or one by one; null for "not given". */
record Values(
    @Nullable String clientId,
    @Nullable String username,
    @Nullable String origin,
    @Nullable String tokenUrl,
    @Nullable String apiUrl,
    @Nullable Secret secret) {

  static final Values NONE = new Values(null, null, null, null, null, null);

  static Values of(CredentialInput input) {
    Secret secret =
        Stream.of(input.clientSecret(), input.password(), input.token())
            .filter(Secret::given)
            .findFirst()
            .orElse(null);
    return new Values(
        stripped(input.clientId()),
        stripped(input.username()),
        stripped(input.origin()),
        stripped(input.tokenUrl()),
        stripped(input.apiUrl()),
        secret);
  }

  /** These values, and the other's where these say nothing. */
  Values or(Values other) {
    return new Values(
        first(clientId, other.clientId),
        first(username, other.username),
        first(origin, other.origin),
        first(tokenUrl, other.tokenUrl),
        first(apiUrl, other.apiUrl),
        secret == null ? other.secret : secret);
  }

  Values withUrls(@Nullable String token, @Nullable String api) {
    return new Values(clientId, username, origin, token, api, secret);
  }

  /** Hosts the secret or its token may go to, as far as the values themselves say. */
  Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    Stream.of(tokenUrl, apiUrl)
        .flatMap(Stream::ofNullable)
        .forEach(url -> hosts.add(Hosts.of(URI.create(url))));
    return hosts;
  }

  boolean sameHosts(Values other) {
    return same(tokenUrl, other.tokenUrl) && same(apiUrl, other.apiUrl);
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return Hosts.of(URI.create(one)).equals(Hosts.of(URI.create(other)));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  /** An explicitly empty value stays empty text, so that a change can take a value away. */
  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
