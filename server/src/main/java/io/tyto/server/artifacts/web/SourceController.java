package io.tyto.server.artifacts.web;

import io.tyto.server.artifacts.AtSource;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done at the source of a deliverable. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}/deliverables")
class SourceController {
  private final AtSource atSource;
  private final WorkItems workItems;
  private final Access access;

  SourceController(AtSource atSource, WorkItems workItems, Access access) {
    this.atSource = atSource;
    this.workItems = workItems;
    this.access = access;
  }

  /** Saves what is a draft at the source as a version there, and attaches that version. */
  @PostMapping("/saved-versions")
  @Needs(Permission.WORK_ITEMS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  DeliverableResource saveAsVersion(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody DraftRequest body) {
    var saved = atSource.saveAsVersion(item(key, id), body.wish(), access.caller());
    return DeliverableResource.of(saved.deliverable());
  }

  /**
   * Releases a transport request at its source, tasks first; cannot be undone. Who may is the
   * project's setting {@code transportRelease}.
   */
  @PostMapping("/{deliverableId}/release")
  @Needs(Permission.WORK_ITEMS_EDIT)
  DeliverableResource release(
      @PathVariable String key, @PathVariable String id, @PathVariable String deliverableId) {
    return DeliverableResource.of(atSource.release(item(key, id), deliverableId, access.caller()));
  }

  private WorkItemId item(String key, String id) {
    return workItems.idIn(key, id);
  }

  /**
   * A draft and what its version is to be called.
   *
   * @param environmentId needed when the project has several sources that know this kind
   */
  record DraftRequest(
      @NotBlank String kind,
      @Nullable String environmentId,
      @NotBlank @Size(max = 300) String externalId,
      @NotBlank @Size(max = 100) String version) {

    NewDeliverable wish() {
      EnvironmentId environment = environmentId == null ? null : new EnvironmentId(environmentId);
      return new NewDeliverable(kind, environment, externalId, version, null, null, null, null);
    }
  }
}
