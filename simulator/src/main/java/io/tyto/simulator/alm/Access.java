package io.tyto.simulator.alm;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.core.TokenEndpoint;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Project;
import java.util.UUID;
import java.util.function.Supplier;

/** Who may call what, and which projects a caller sees (facts: Cloud ALM 1.5, 1.6). */
final class Access {
  static final String READ_PRIVATE = "calm-api.projects.private.read";
  static final String READ_PROTECTED = "calm-api.projects.protected.read";
  private final TokenEndpoint tokens;
  private final Supplier<Answer> unauthorized;
  private final Supplier<AlmWorld> world;

  Access(TokenEndpoint tokens, Supplier<Answer> unauthorized, Supplier<AlmWorld> world) {
    this.tokens = tokens;
    this.unauthorized = unauthorized;
    this.world = world;
  }

  /** Runs the handler only for a valid token with this scope: 401 without, 403 with too little. */
  Handler with(String scope, Handler handler) {
    return ctx -> {
      if (!grant(ctx).scopes().contains(scope)) {
        throw Answer.json(
            403, Json.map("message", "Insufficient authorization: " + scope + " is required"));
      }
      handler.handle(ctx);
    };
  }

  boolean sees(Context ctx, Project project) {
    return switch (project.visibility()) {
      case PUBLIC -> true;
      case PRIVATE -> grant(ctx).scopes().contains(READ_PRIVATE);
      case PROTECTED -> grant(ctx).scopes().contains(READ_PROTECTED);
    };
  }

  boolean sees(Context ctx, UUID projectId) {
    return world.get().project(projectId).map(project -> sees(ctx, project)).orElse(false);
  }

  /** The technical user, as which all writes appear. */
  String client(Context ctx) {
    return grant(ctx).clientId();
  }

  /** Tells apart who sees different things. */
  String view(Context ctx) {
    var scopes = grant(ctx).scopes();
    return scopes.contains(READ_PRIVATE) + "/" + scopes.contains(READ_PROTECTED);
  }

  private TokenEndpoint.Grant grant(Context ctx) {
    TokenEndpoint.Grant grant = tokens.grant(ctx);
    if (grant == null) {
      throw unauthorized.get();
    }
    return grant;
  }
}
