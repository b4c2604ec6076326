package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.plan.PromotionPlan;
import io.tyto.server.pipelines.plan.PromotionPlanner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The promotion plan of a work item. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}/promotion-plan")
class PlanController {
  private final PromotionPlanner planner;
  private final Access access;

  PlanController(PromotionPlanner planner, Access access) {
    this.planner = planner;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  PromotionPlan plan(
      @PathVariable String key,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable ChangeType changeType) {
    if (!id.startsWith(key + "-")) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND, "Project %s has no work item %s.".formatted(key, id));
    }
    return planner.plan(new WorkItemId(id), changeType, access.caller());
  }
}
