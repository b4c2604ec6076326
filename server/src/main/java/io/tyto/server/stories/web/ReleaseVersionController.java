package io.tyto.server.stories.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.ReleaseVersion;
import io.tyto.server.stories.ReleaseVersions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Release versions of a project. */
@RestController
@RequestMapping("/api/v1/projects/{key}/release-versions")
class ReleaseVersionController {
  private final ReleaseVersions versions;
  private final Access access;

  ReleaseVersionController(ReleaseVersions versions, Access access) {
    this.versions = versions;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<ReleaseVersionResource> listReleaseVersions(
      @PathVariable String key, @RequestParam(required = false) @Nullable Boolean archived) {
    List<ReleaseVersion> found = versions.list(new ProjectKey(key), Boolean.TRUE.equals(archived));
    return new Page<>(found, null, null).map(ReleaseVersionResource::of);
  }

  @PostMapping
  @Needs(Permission.RELEASES_EDIT)
  ResponseEntity<ReleaseVersionResource> createReleaseVersion(
      @PathVariable String key, @Valid @RequestBody NewReleaseVersion body) {
    ReleaseVersions.Change wish =
        new ReleaseVersions.Change(body.name(), body.description(), body.goLive(), null, null);
    ReleaseVersion made = versions.create(new ProjectKey(key), wish, access.caller());
    return ResponseEntity.created(
            URI.create("/api/v1/projects/%s/release-versions/%s".formatted(key, made.id())))
        .body(ReleaseVersionResource.of(made));
  }

  @GetMapping("/{id}")
  @Needs(Permission.PROJECT_READ)
  ReleaseVersionResource getReleaseVersion(@PathVariable String key, @PathVariable String id) {
    return ReleaseVersionResource.of(versions.get(new ProjectKey(key), id));
  }

  @PatchMapping("/{id}")
  @Needs(Permission.RELEASES_EDIT)
  ReleaseVersionResource changeReleaseVersion(
      @PathVariable String key,
      @PathVariable String id,
      @Valid @RequestBody ReleaseVersionChange body,
      ExpectedVersion expected) {
    ReleaseVersions.Change change =
        new ReleaseVersions.Change(
            body.name(), body.description(), body.goLive(), body.state(), body.archived());
    return ReleaseVersionResource.of(
        versions.change(new ProjectKey(key), id, expected, change, access.caller()));
  }

  /** Puts work items in, out of another release version if they are in one. */
  @PostMapping("/{id}/work-items")
  @Needs(Permission.WORK_ITEMS_EDIT)
  ReleaseVersionResource addToRelease(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody Scope body) {
    List<WorkItemId> items = body.ids().stream().map(WorkItemId::new).toList();
    return ReleaseVersionResource.of(versions.add(new ProjectKey(key), id, items, access.caller()));
  }

  /** Takes one work item out, with the reason. */
  @PostMapping("/{id}/descopes")
  @Needs(Permission.RELEASES_EDIT)
  ReleaseVersionResource descope(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody Descope body) {
    String reason = Objects.requireNonNullElse(body.reason(), "");
    return ReleaseVersionResource.of(
        versions.descope(
            new ProjectKey(key), id, new WorkItemId(body.workItemId()), reason, access.caller()));
  }

  /**
   * @param goLive the planned day, as 2026-12-31
   */
  record NewReleaseVersion(
      @NotBlank @Size(max = 100) String name,
      @Nullable @Size(max = 2000) String description,
      @Nullable String goLive) {}

  /** What is missing stays; an empty {@code goLive} clears it. */
  record ReleaseVersionChange(
      @Nullable @Size(max = 100) String name,
      @Nullable @Size(max = 2000) String description,
      @Nullable String goLive,
      ReleaseVersion.@Nullable State state,
      @Nullable Boolean archived) {}

  /** Ids of work items. */
  record Scope(@NotNull @Size(max = 1000) List<@NotBlank String> ids) {}

  /**
   * @param reason required
   */
  record Descope(@NotBlank String workItemId, @Nullable @Size(max = 1000) String reason) {}

  /** A release version in JSON. */
  record ReleaseVersionResource(
      String id,
      String project,
      String name,
      String description,
      @Nullable LocalDate goLive,
      ReleaseVersion.State state,
      boolean archived,
      ReleaseVersion.Counts counts,
      int version) {

    static ReleaseVersionResource of(ReleaseVersion version) {
      return new ReleaseVersionResource(
          version.id(),
          version.project().value(),
          version.name(),
          version.description(),
          version.goLive(),
          version.state(),
          version.archived(),
          version.counts(),
          version.version());
    }
  }
}
