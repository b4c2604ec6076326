package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Messages that runs wait for. Whoever has the token of the wait may send. */
@RestController
class MessageHook {
  private static final String BEARER = "Bearer ";

  private final Runs runs;

  MessageHook(Runs runs) {
    this.runs = runs;
  }

  @PostMapping("/hooks/runs/{runId}/messages/{name}")
  @Needs(Permission.ANYONE)
  ResponseEntity<Void> receiveRunMessage(
      @PathVariable String runId,
      @PathVariable String name,
      @RequestHeader(name = "X-Tyto-Token", required = false) @Nullable String token,
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestBody(required = false) @Nullable String body) {
    String given =
        token == null && authorization != null && authorization.startsWith(BEARER)
            ? authorization.substring(BEARER.length())
            : token;
    if (given == null) {
      throw new Refusal(GeneralRefusal.NOT_FOUND, "There is no such thing here.");
    }
    runs.message(runId, name, given, body == null ? "" : body);
    return ResponseEntity.noContent().build();
  }
}
