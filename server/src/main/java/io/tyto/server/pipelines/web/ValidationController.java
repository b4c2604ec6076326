package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.validation.Validation;
import io.tyto.server.pipelines.validation.Validations;
import io.tyto.server.pipelines.validation.Validations.Started;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Validations of a work item without a run. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}/validations")
class ValidationController {
  private final Validations validations;
  private final Access access;

  ValidationController(Validations validations, Access access) {
    this.validations = validations;
    this.access = access;
  }

  @PostMapping
  @Needs(Permission.WORK_ITEMS_EDIT)
  ResponseEntity<Validation> start(
      @PathVariable String key,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ValidationRequest body) {
    WorkItemId item = item(key, id);
    Started started = validations.start(item, body == null ? null : body.stage(), access.caller());
    URI place =
        URI.create(
            "/api/v1/projects/%s/work-items/%s/validations/%s"
                .formatted(key, id, started.validation().id()));
    return (started.fresh() ? ResponseEntity.accepted() : ResponseEntity.ok())
        .location(place)
        .body(started.validation());
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<Validation> list(@PathVariable String key, @PathVariable String id) {
    return new Page<>(validations.list(item(key, id)), null, null);
  }

  @GetMapping("/{validationId}")
  @Needs(Permission.PROJECT_READ)
  Validation get(
      @PathVariable String key, @PathVariable String id, @PathVariable String validationId) {
    return validations.get(item(key, id), validationId);
  }

  private static WorkItemId item(String key, String id) {
    if (!id.startsWith(key + "-")) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND, "Project %s has no work item %s.".formatted(key, id));
    }
    return new WorkItemId(id);
  }

  /**
   * @param stage only this stage; all when left out
   */
  record ValidationRequest(@Nullable String stage) {}
}
