package io.tyto.simulator.core;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One system of the landscape; it has a host (an HTTP port) of its own. */
public interface SimulatedSystem {
  /**
   * The id under which the control interface and the landscape know it, for example {@code alm}.
   */
  String id();

  /** {@code sap-cloud-alm}, {@code cpi} or {@code abap}. */
  String kind();

  Desk desk();

  /** Declares the routes of the system's own host, token endpoint included. */
  void routes(JavalinDefaultRoutingApi routes);

  /** Declares routes under {@code /control/} beyond those that every system has. */
  default void control(JavalinDefaultRoutingApi routes) {}

  /**
   * What a newcomer needs to connect, for example {@code serviceKey}; {@code id, kind, url} are
   * added.
   */
  Map<String, @Nullable Object> describe(String url);

  /** Back to the world it started with; the desk is reset by the caller. */
  void reset();

  /** The answer to a call without a valid token, in this system's own shape. */
  default Answer unauthorized(Context ctx) {
    return Answer.text(401, "text/plain", "");
  }

  /** The answer to a call over the rate limit, in this system's own shape; Retry-After is added. */
  default Answer tooManyRequests() {
    return Answer.text(429, "text/plain", "Too Many Requests");
  }

  /** A business error of this system, in its own shape. */
  Answer businessError(Context ctx, String message);

  /** Forgets the token this request presents, so that it stays refused when it is repeated. */
  default void expireToken(Context ctx) {}
}
