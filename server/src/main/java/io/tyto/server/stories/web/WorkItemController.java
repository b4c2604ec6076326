package io.tyto.server.stories.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemDesk;
import io.tyto.server.stories.WorkItemDesk.Edit;
import io.tyto.server.stories.WorkItemDesk.StatusInUse;
import io.tyto.server.stories.WorkItemQuery;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.web.ItemExport.Format;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Features and user stories of a project. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items")
class WorkItemController {
  private final WorkItemDesk desk;
  private final Access access;

  WorkItemController(WorkItemDesk desk, Access access) {
    this.desk = desk;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<WorkItemResource> list(
      @PathVariable String key, @ParameterObject Filter filter, PageQuery page) {
    return desk.list(filter.query(key), page).map(WorkItemResource::of);
  }

  /** Everything that the filter finds, as a file. */
  @GetMapping("/export")
  @Needs(Permission.PROJECT_READ)
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String key,
      @ParameterObject Filter filter,
      @RequestParam(defaultValue = "CSV") Format format) {
    WorkItemQuery query = filter.query(key);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, format.contentType)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"user-stories-%s.%s\"".formatted(key, format.suffix))
        .body(out -> write(format, out, query));
  }

  /** The statuses that occur, for a filter. */
  @GetMapping("/statuses")
  @Needs(Permission.PROJECT_READ)
  Page<StatusInUse> statuses(@PathVariable String key) {
    return new Page<>(desk.statuses(new ProjectKey(key)), null, null);
  }

  @GetMapping("/{id}")
  @Needs(Permission.PROJECT_READ)
  ResponseEntity<WorkItemResource.Detail> get(@PathVariable String key, @PathVariable String id) {
    WorkItemResource.Detail detail = WorkItemResource.Detail.of(desk.open(item(key, id)));
    return ResponseEntity.ok().eTag("\"" + detail.item().version() + "\"").body(detail);
  }

  @PatchMapping("/{id}")
  @Needs(Permission.WORK_ITEMS_EDIT)
  WorkItemResource edit(
      @PathVariable String key,
      @PathVariable String id,
      @Valid @RequestBody EditRequest body,
      ExpectedVersion expected) {
    Edit edit =
        new Edit(body.pipelineId(), body.component(), body.releaseVersionId(), body.noArtifacts());
    return WorkItemResource.of(desk.edit(item(key, id), edit, expected, access.caller()));
  }

  private void write(Format format, OutputStream out, WorkItemQuery query) throws IOException {
    try (ItemExport export = format.to(out)) {
      String cursor = null;
      do {
        Page<WorkItemView> page = desk.list(query, new PageQuery(500, cursor, false));
        export.write(page.items());
        cursor = page.nextCursor();
      } while (cursor != null);
    }
  }

  private static WorkItemId item(String key, String id) {
    if (!id.startsWith(key + "-")) {
      throw new Refusal(
          GeneralRefusal.NOT_FOUND, "There is no work item %s in %s.".formatted(id, key));
    }
    return new WorkItemId(id);
  }

  /** Query parameters of the list. */
  record Filter(
      @Nullable String parent,
      WorkItemView.@Nullable Type type,
      @Nullable String q,
      @Nullable String status,
      @Nullable Boolean gone,
      @Nullable String sort) {

    WorkItemQuery query(String key) {
      return new WorkItemQuery(new ProjectKey(key), parent, type, q, status, gone, sort);
    }
  }

  /** The fields that are ours; a missing one stays, an empty text clears. */
  record EditRequest(
      @Nullable String pipelineId,
      @Nullable @Size(max = 100) String component,
      @Nullable @Size(max = 100) String releaseVersionId,
      @Nullable Boolean noArtifacts) {}
}
