package io.tyto.server.artifacts.web;

import io.tyto.server.artifacts.Attaching;
import io.tyto.server.artifacts.Attaching.Attached;
import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.artifacts.StoriesDeliverables;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Deliverables of a work item. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}")
class DeliverableController {
  private final Attaching attaching;
  private final StoriesDeliverables ofStories;
  private final Deliverables deliverables;
  private final WorkItems workItems;
  private final Access access;

  DeliverableController(
      Attaching attaching,
      StoriesDeliverables ofStories,
      Deliverables deliverables,
      WorkItems workItems,
      Access access) {
    this.attaching = attaching;
    this.ofStories = ofStories;
    this.deliverables = deliverables;
    this.workItems = workItems;
    this.access = access;
  }

  @GetMapping("/deliverables")
  @Needs(Permission.PROJECT_READ)
  Page<DeliverableResource> list(@PathVariable String key, @PathVariable String id) {
    return new Page<>(attaching.list(item(key, id)), null, null).map(DeliverableResource::of);
  }

  @PostMapping(value = "/deliverables", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.WORK_ITEMS_EDIT)
  ResponseEntity<DeliverableResource> attach(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody AttachRequest body) {
    return attached(item(key, id), body.wish());
  }

  @PostMapping(value = "/deliverables", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Needs(Permission.WORK_ITEMS_EDIT)
  ResponseEntity<DeliverableResource> upload(
      @PathVariable String key,
      @PathVariable String id,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam("file") MultipartFile file) {
    try {
      String fileName = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      var upload = new NewDeliverable.Upload(fileName, file.getBytes());
      return attached(
          item(key, id), new NewDeliverable(kind, null, null, null, name, null, upload, null));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @DeleteMapping("/deliverables/{deliverableId}")
  @Needs(Permission.WORK_ITEMS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void detach(
      @PathVariable String key, @PathVariable String id, @PathVariable String deliverableId) {
    attaching.detach(item(key, id), deliverableId, access.caller());
  }

  @PutMapping("/deliverables/order")
  @Needs(Permission.WORK_ITEMS_EDIT)
  Page<DeliverableResource> order(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody OrderRequest body) {
    attaching.order(item(key, id), body.ids(), access.caller());
    return list(key, id);
  }

  /** What the user stories of a feature carry and the feature does not yet. */
  @GetMapping("/deliverables/of-stories")
  @Needs(Permission.PROJECT_READ)
  Page<DeliverableResource> offered(@PathVariable String key, @PathVariable String id) {
    return new Page<>(ofStories.offeredTo(item(key, id)), null, null).map(DeliverableResource::of);
  }

  @PostMapping("/deliverables/of-stories")
  @Needs(Permission.WORK_ITEMS_EDIT)
  Page<DeliverableResource> include(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody OrderRequest body) {
    ofStories.include(item(key, id), body.ids(), access.caller());
    return list(key, id);
  }

  @GetMapping("/candidate")
  @Needs(Permission.PROJECT_READ)
  CandidateResource candidate(@PathVariable String key, @PathVariable String id) {
    Candidate current = deliverables.current(item(key, id));
    return new CandidateResource(current.number(), current.digest(), current.frozen());
  }

  @GetMapping("/collisions")
  @Needs(Permission.PROJECT_READ)
  Page<CollisionResource> collisions(@PathVariable String key, @PathVariable String id) {
    return new Page<>(deliverables.collisions(item(key, id)), null, null)
        .map(each ->
            new CollisionResource(
                each.other().value(), each.deliverableId(), each.object(), each.message()));
  }

  private ResponseEntity<DeliverableResource> attached(WorkItemId item, NewDeliverable wish) {
    Attached result = attaching.attach(item, wish, access.caller());
    DeliverableResource body = DeliverableResource.of(result.deliverable());
    if (!result.created()) {
      return ResponseEntity.ok(body);
    }
    String place =
        "/api/v1/projects/%s/work-items/%s/deliverables/%s"
            .formatted(item.project().value(), item.value(), body.id());
    return ResponseEntity.created(URI.create(place)).body(body);
  }

  private WorkItemId item(String key, String id) {
    return workItems.idIn(key, id);
  }

  /**
   * See the kinds of {@code GET /connectors}; {@code mta} and {@code file} are sent as multipart.
   */
  record AttachRequest(
      @NotBlank String kind,
      @Nullable String environmentId,
      @Nullable @Size(max = 300) String externalId,
      @Nullable @Size(max = 100) String version,
      @Nullable @Size(max = 300) String name,
      @Nullable @Size(max = 2000) String url,
      @Nullable @Valid Step step) {

    NewDeliverable wish() {
      EnvironmentId environment = environmentId == null ? null : new EnvironmentId(environmentId);
      return new NewDeliverable(
          kind,
          environment,
          externalId,
          version,
          name,
          url,
          null,
          step == null ? null : step.manual());
    }
  }

  /**
   * For kind {@code manual-step}.
   *
   * @param when in relation to the deployments of the stage; before when left out
   * @param stages of the pipeline; all that deploy when left out
   * @param responsible {@code user:NAME} or {@code role:NAME}; whoever may promote when left out
   */
  record Step(
      ManualStep.@Nullable When when,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 100) String> stages,
      @Nullable @Size(max = 200) String responsible,
      @NotNull @Size(max = 4000) String text,
      @Nullable Boolean evidenceRequired) {

    ManualStep manual() {
      return new ManualStep(
          when == null ? ManualStep.When.BEFORE : when,
          stages == null ? List.of() : stages,
          responsible,
          text,
          Boolean.TRUE.equals(evidenceRequired));
    }
  }

  /** Ids of deliverables, in the wished order where that matters. */
  record OrderRequest(@NotNull List<String> ids) {}

  /** The candidate a promotion would take now. */
  record CandidateResource(int number, String digest, boolean frozen) {}

  /** Another work item that carries the same. */
  record CollisionResource(
      String workItemId, String deliverableId, String object, String message) {}
}
