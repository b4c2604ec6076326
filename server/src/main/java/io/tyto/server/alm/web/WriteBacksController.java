package io.tyto.server.alm.web;

import io.tyto.server.alm.WriteBacks;
import io.tyto.server.alm.WriteBacks.Filter;
import io.tyto.server.alm.WriteBacks.WriteBackView;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told to the external system, refusals included. */
@RestController
@RequestMapping("/api/v1/projects/{key}/alm-integrations/{id}/write-backs")
class WriteBacksController {
  private final WriteBacks writeBacks;

  WriteBacksController(WriteBacks writeBacks) {
    this.writeBacks = writeBacks;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<WriteBackView> list(
      @PathVariable String key,
      @PathVariable String id,
      @RequestParam(required = false) WriteBackView.@Nullable State state,
      @RequestParam(required = false) @Nullable String workItem,
      @RequestParam(required = false) @Nullable String runId,
      PageQuery page) {
    return writeBacks.list(new ProjectKey(key), id, new Filter(state, workItem, runId), page);
  }
}
