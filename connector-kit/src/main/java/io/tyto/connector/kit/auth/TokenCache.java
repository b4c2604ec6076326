package io.tyto.connector.kit.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps access tokens in memory until shortly before they end; one fetch at a time for each client.
 *
 * <p>A token is renewed 60 s before its end, or at half its life when it lives less than two
 * minutes.
 */
public final class TokenCache {
  private static final Duration EARLY = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();

  public TokenCache(InstantSource clock) {
    this.clock = clock;
  }

  String token(OAuthClient client, Supplier<Token> fetch) {
    return slots.computeIfAbsent(Key.of(client), key -> new Slot()).token(clock, fetch);
  }

  void drop(OAuthClient client, String token) {
    Slot slot = slots.get(Key.of(client));
    if (slot != null) {
      slot.drop(token);
    }
  }

  /** Forgets every token; the next call signs in anew. */
  public void clear() {
    slots.clear();
  }

  /** Forgets the tokens of one credential version. */
  public void forget(String cacheKey) {
    slots.keySet().removeIf(key -> key.cacheKey().equals(cacheKey));
  }

  record Token(String value, Duration lifetime) {

    Duration useful() {
      return lifetime.compareTo(EARLY.multipliedBy(2)) < 0
          ? lifetime.dividedBy(2)
          : lifetime.minus(EARLY);
    }

    @Override
    public String toString() {
      return "Token[" + lifetime + "]";
    }
  }

  private record Key(String cacheKey, String tokenUrl, String clientId) {
    static Key of(OAuthClient client) {
      return new Key(client.cacheKey(), client.tokenUrl().toString(), client.clientId());
    }
  }

  private static final class Slot {
    private @Nullable Token token;
    private Instant until = Instant.MIN;

    synchronized String token(InstantSource clock, Supplier<Token> fetch) {
      Token held = token;
      if (held == null || !clock.instant().isBefore(until)) {
        held = fetch.get();
        token = held;
        until = clock.instant().plus(held.useful());
      }
      return held.value();
    }

    synchronized void drop(String rejected) {
      Token held = token;
      if (held != null && held.value().equals(rejected)) {
        token = null;
      }
    }
  }
}
