package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.release.ReleaseDesk;
import io.tyto.server.pipelines.release.ReleaseDesk.Promoted;
import io.tyto.server.pipelines.release.ReleaseOverview;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a release version is, and the press that promotes its items. */
@RestController
@RequestMapping("/api/v1/projects/{key}/release-versions/{id}")
class ReleaseController {
  private final ReleaseDesk desk;
  private final Access access;

  ReleaseController(ReleaseDesk desk, Access access) {
    this.desk = desk;
    this.access = access;
  }

  /** Asks the gates of every item that is not through; takes a while with many items. */
  @GetMapping("/overview")
  @Needs(Permission.PROJECT_READ)
  ReleaseOverview releaseOverview(@PathVariable String key, @PathVariable String id) {
    return desk.overview(new ProjectKey(key), id, access.caller());
  }

  /** Promotes each item by itself, predecessors first; answers for each what came of it. */
  @PostMapping("/promotions")
  @Needs(Permission.PROMOTE)
  Page<Promoted> promoteRelease(
      @PathVariable String key, @PathVariable String id, @Valid @RequestBody ReleaseOrder body) {
    List<ReleaseDesk.Wish> wishes = body.items().stream().map(ItemOrder::wish).toList();
    return new Page<>(desk.promote(new ProjectKey(key), id, wishes, access.caller()), null, null);
  }

  /** The items as the overview showed them. */
  record ReleaseOrder(@NotNull @Size(max = 500) List<@Valid ItemOrder> items) {}

  /**
   * @param candidate the number that was looked at
   * @param continues the wait that the overview named
   */
  record ItemOrder(
      @NotBlank String workItemId,
      @Nullable Integer candidate,
      PromotionController.@Nullable Waiting continues) {

    ReleaseDesk.Wish wish() {
      return new ReleaseDesk.Wish(
          new WorkItemId(workItemId),
          candidate,
          continues == null
              ? null
              : new Promotions.Continues(continues.runId(), continues.taskId()));
    }
  }
}
