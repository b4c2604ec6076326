package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.pack.ReleasePackage;
import io.tyto.server.pipelines.pack.ReleasePackages;
import io.tyto.server.pipelines.plan.PromotionPlan;
import io.tyto.server.pipelines.plan.PromotionPlanner;
import io.tyto.server.pipelines.run.RunStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Release packages of a project, their plan and their promotion. */
@RestController
@RequestMapping("/api/v1/projects/{key}/release-packages")
class PackageController {
  private final ReleasePackages packages;
  private final PromotionPlanner planner;
  private final Promotions promotions;
  private final RunStore runs;
  private final Access access;

  PackageController(
      ReleasePackages packages,
      PromotionPlanner planner,
      Promotions promotions,
      RunStore runs,
      Access access) {
    this.packages = packages;
    this.planner = planner;
    this.promotions = promotions;
    this.runs = runs;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<PackageResource> listReleasePackages(
      @PathVariable String key, @RequestParam(required = false) @Nullable Boolean archived) {
    return new Page<>(packages.list(new ProjectKey(key), Boolean.TRUE.equals(archived)), null, null)
        .map(this::resource);
  }

  @PostMapping
  @Needs(Permission.RELEASES_EDIT)
  ResponseEntity<PackageResource> createReleasePackage(
      @PathVariable String key, @Valid @RequestBody NewReleasePackage body) {
    ReleasePackage made =
        packages.create(
            new ProjectKey(key),
            new ReleasePackages.Wish(
                body.name(),
                ids(body.workItemIds()),
                body.pipelineId(),
                body.releaseVersionId(),
                null),
            access.caller());
    return ResponseEntity.created(
            URI.create("/api/v1/projects/%s/release-packages/%s".formatted(key, made.id())))
        .body(resource(made));
  }

  @GetMapping("/{id}")
  @Needs(Permission.PROJECT_READ)
  PackageResource getReleasePackage(@PathVariable String key, @PathVariable String id) {
    return resource(packages.get(new ProjectKey(key), id));
  }

  @PatchMapping("/{id}")
  @Needs(Permission.RELEASES_EDIT)
  PackageResource changeReleasePackage(
      @PathVariable String key,
      @PathVariable String id,
      @Valid @RequestBody ReleasePackageChange body,
      ExpectedVersion expected) {
    List<String> wanted = body.workItemIds();
    return resource(
        packages.change(
            new ProjectKey(key),
            id,
            expected,
            new ReleasePackages.Wish(
                body.name(),
                wanted == null ? null : ids(wanted),
                body.pipelineId(),
                null,
                body.archived()),
            access.caller()));
  }

  @GetMapping("/{id}/promotion-plan")
  @Needs(Permission.PROJECT_READ)
  PromotionPlan planReleasePackage(
      @PathVariable String key,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable ChangeType changeType) {
    return planner.plan(packages.get(new ProjectKey(key), id), changeType, access.caller());
  }

  @PostMapping("/{id}/promotions")
  @Needs(Permission.PROMOTE)
  ResponseEntity<RunView> promoteReleasePackage(
      @PathVariable String key,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable PackagePromotion body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
    PackagePromotion order =
        body == null ? new PackagePromotion(null, null, null, null, null, null) : body;
    PromotionController.Waiting waiting = order.continues();
    Promotions.Started started =
        promotions.startPackage(
            new Promotions.PackageOrder(
                new ProjectKey(key),
                id,
                order.digest(),
                waiting == null
                    ? null
                    : new Promotions.Continues(waiting.runId(), waiting.taskId()),
                order.notBefore(),
                order.window(),
                order.overrideReason(),
                order.changeType(),
                idempotencyKey),
            access.caller());
    return started.fresh()
        ? ResponseEntity.created(URI.create("/api/v1/runs/" + started.run().id()))
            .body(started.run())
        : ResponseEntity.ok(started.run());
  }

  private PackageResource resource(ReleasePackage found) {
    return PackageResource.of(
        found,
        runs.latestRunOfPackage(found.id())
            .map(run -> new LatestRun(run.id(), run.stage(), run.state().name()))
            .orElse(null));
  }

  private static List<WorkItemId> ids(List<String> ids) {
    return ids.stream().map(WorkItemId::new).toList();
  }

  /**
   * @param workItemIds at least two; sorted by their dependencies
   * @param pipelineId may be left out when all items have the same
   */
  record NewReleasePackage(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 500) List<@NotBlank String> workItemIds,
      @Nullable String pipelineId,
      @Nullable String releaseVersionId) {}

  /** What is missing stays; {@code workItemIds} are kept in the order given. */
  record ReleasePackageChange(
      @Nullable @Size(max = 100) String name,
      @Nullable @Size(max = 500) List<@NotBlank String> workItemIds,
      @Nullable String pipelineId,
      @Nullable Boolean archived) {}

  /**
   * @param digest of the plan that was looked at
   * @param continues what the plan named
   * @param overrideReason passes the gates that the plan calls overridable
   * @param changeType of a new run, one that the pipeline accepts
   */
  record PackagePromotion(
      @Nullable String digest,
      PromotionController.@Nullable Waiting continues,
      @Nullable Instant notBefore,
      @Nullable String window,
      @Nullable @Size(max = 1000) String overrideReason,
      @Nullable ChangeType changeType) {}

  /** How far the package is. */
  record LatestRun(String id, String stage, String state) {}

  /** A release package in JSON. */
  record PackageResource(
      String id,
      String project,
      String name,
      String pipelineId,
      @Nullable String releaseVersionId,
      List<String> workItemIds,
      boolean archived,
      String createdBy,
      Instant createdAt,
      @Nullable LatestRun run,
      int version) {

    static PackageResource of(ReleasePackage found, @Nullable LatestRun run) {
      return new PackageResource(
          found.id(),
          found.project().value(),
          found.name(),
          found.pipelineId(),
          found.releaseVersionId(),
          found.items().stream().map(WorkItemId::value).toList(),
          found.archived(),
          found.createdBy(),
          found.createdAt(),
          run,
          found.version());
    }
  }
}
