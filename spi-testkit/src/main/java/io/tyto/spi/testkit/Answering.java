package io.tyto.spi.testkit;

import io.tyto.spi.BoundHttp;
import io.tyto.spi.Connection;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Another side that says one thing to every call.
 *
 * @param kinds what a connector may make of it when it reads
 */
public record Answering(String name, BoundHttp http, List<Kind> kinds) {

  /** Statuses, broken bodies and broken connections that every connector has to name rightly. */
  public static Stream<Answering> all() {
    return Stream.of(
        with(401, "text/plain", "Unauthorized", Kind.UNAUTHENTICATED),
        with(403, "application/json", "{\"message\":\"no scope\"}", Kind.FORBIDDEN),
        with(429, "application/json", "{\"message\":\"slow down\"}", Kind.TOO_MANY_REQUESTS),
        with(500, "application/json", "{\"message\":\"no\"}", Kind.REFUSED),
        with(502, "text/html", "<html><body>Bad Gateway</body></html>", Kind.UNAVAILABLE),
        with(503, "text/html", "", Kind.UNAVAILABLE),
        with(200, "text/html", "<html><body>Please log on</body></html>", Kind.MALFORMED),
        with(200, "application/json", "{\"value\":[{\"a", Kind.MALFORMED),
        throwing(Kind.UNREACHABLE),
        throwing(Kind.UNKNOWN),
        throwing(Kind.BLOCKED));
  }

  public static Answering with(int status, String type, String body, Kind kind) {
    Map<String, List<String>> headers = Map.of("content-type", List.of(type));
    HttpAnswer answer = new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    return new Answering(status + " " + type, call -> answer, List.of(kind));
  }

  /** A lost read may be handed on as it is or as one that may be repeated. */
  public static Answering throwing(Kind kind) {
    List<Kind> kinds =
        kind == Kind.UNKNOWN ? List.of(kind, Kind.UNAVAILABLE, Kind.UNREACHABLE) : List.of(kind);
    return new Answering(
        kind.name(),
        call -> {
          throw new FaultException(Fault.of(kind, "The contract's other side: " + kind));
        },
        kinds);
  }

  <S extends Record> Connection<S> in(Connection<S> place) {
    return new Connection<>(place.settings(), http, place.clock());
  }

  @Override
  public String toString() {
    return name;
  }
}
