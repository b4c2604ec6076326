package io.tyto.server.connections.internal;

import io.tyto.connector.kit.auth.BasicSigner;
import io.tyto.connector.kit.auth.BearerSigner;
import io.tyto.connector.kit.auth.OAuthClient;
import io.tyto.connector.kit.auth.OAuthSigner;
import io.tyto.connector.kit.auth.TokenCache;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.RateGate;
import io.tyto.connector.kit.net.SignedHttp;
import io.tyto.connector.kit.net.Signer;
import io.tyto.server.credentials.Hosts;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.credentials.SignIn.Means;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Connection;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts connections together: transport, sign-in, pauses, limit a host, call log. The one class that
 * reveals secrets, and only to the signer of a call.
 */
@Component
class Wiring {
  /** Calls under way at once to one host, all connections together. */
  private static final int PER_HOST = 12;

  private final HttpTransport transport;
  private final TokenCache tokens;
  private final CallLog log;
  private final Clock clock;
  private final Map<String, RateGate> gates = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  Wiring(HttpTransport transport, TokenCache tokens, CallLog log, Clock clock) {
    this.transport = transport;
    this.tokens = tokens;
    this.log = log;
    this.clock = clock;
  }

  Connection<Record> connection(
      String connector, Record settings, URI base, @Nullable SignIn signIn) {
    String host = Hosts.of(base);
    String credential = signIn == null ? null : signIn.credentialId();
    RateGate gate = gates.computeIfAbsent(base + " " + credential, key -> new RateGate());
    Signer signer = signIn == null ? new NoSigner() : signer(signIn, tokens);
    BoundHttp http =
        new SignedHttp(transport, base, signer, gate, log.of(connector, host, credential));
    Semaphore free = places.computeIfAbsent(host, key -> new Semaphore(PER_HOST, true));
    return new Connection<>(settings, new LimitedHttp(http, free), clock);
  }

  /** Signs in without looking at tokens fetched before. */
  void signInAnew(SignIn signIn) {
    signer(signIn, new TokenCache(clock)).sign();
  }

  private Signer signer(SignIn signIn, TokenCache cache) {
    return switch (signIn.means()) {
      case Means.Client client ->
          new OAuthSigner(
              transport,
              cache,
              new OAuthClient(
                  signIn.cacheKey(),
                  client.tokenUrl(),
                  client.clientId(),
                  client.secret()::reveal));
      case Means.User user -> new BasicSigner(user.username(), user.secret()::reveal);
      case Means.Token token -> new BearerSigner(token.secret()::reveal);
    };
  }

  /** For connectors that need no credential. */
  private static final class NoSigner implements Signer {

    @Override
    public Signature sign() {
      return new Signature(Map.of());
    }

    @Override
    public boolean rejected(Signature signature) {
      return false;
    }
  }
}
