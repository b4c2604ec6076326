package io.tyto.connector.cloudalm;

import io.tyto.spi.HttpCall;
import org.jspecify.annotations.Nullable;

/** The scope a call needs (facts: Cloud ALM 1.5). */
final class Scopes {

  static @Nullable String of(HttpCall call) {
    String what = call.method().equals("GET") ? "read" : "write";
    if (call.path().startsWith("/calm-projects/")) {
      return "calm-api.projects." + what;
    }
    if (call.path().startsWith("/calm-tasks/")) {
      return "calm-api.tasks." + what;
    }
    return call.path().startsWith("/calm-features/") ? "calm-api.features." + what : null;
  }

  private Scopes() {}
}
