package io.tyto.server.pipelines.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.Promotions.Continues;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.ChangeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The button Promote. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}/promotions")
class PromotionController {
  private final Promotions promotions;
  private final Access access;

  PromotionController(Promotions promotions, Access access) {
    this.promotions = promotions;
    this.access = access;
  }

  @PostMapping
  @Needs(Permission.PROMOTE)
  ResponseEntity<RunView> promote(
      @PathVariable String key,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable PromotionOrder body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
    if (!id.startsWith(key + "-")) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND, "Project %s has no work item %s.".formatted(key, id));
    }
    PromotionOrder order =
        body == null ? new PromotionOrder(null, null, null, null, null, null, null) : body;
    Waiting waiting = order.continues();
    Promotions.Started started =
        promotions.start(
            new Promotions.Order(
                new WorkItemId(id),
                order.candidate(),
                waiting == null ? null : new Continues(waiting.runId(), waiting.taskId()),
                order.notBefore(),
                order.window(),
                order.overrideReason(),
                idempotencyKey,
                order.changeType(),
                order.digest()),
            access.caller());
    return started.fresh()
        ? ResponseEntity.created(URI.create("/api/v1/runs/" + started.run().id()))
            .body(started.run())
        : ResponseEntity.ok(started.run());
  }

  /**
   * @param candidate the number that was looked at
   * @param digest of the plan that was looked at; 409 {@code candidate-outdated} when what would be
   *     promoted is another by now
   * @param continues what the promotion plan named: the object, or the id of its task
   * @param changeType of a new run, one that the pipeline accepts; NORMAL when left out, or the
   *     first that it accepts
   * @param overrideReason passes the gates that the plan calls overridable
   */
  record PromotionOrder(
      @Nullable Integer candidate,
      @Nullable Waiting continues,
      @Nullable Instant notBefore,
      @Nullable String window,
      @Nullable @Size(max = 1000) String overrideReason,
      @Nullable ChangeType changeType,
      @Nullable @Size(max = 200) String digest) {}

  /** The wait for promotion that is released. */
  record Waiting(@Nullable String runId, @Nullable String taskId) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Waiting {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Waiting at(String taskId) {
      return new Waiting(null, taskId);
    }
  }
}
