package io.tyto.server.alm.web;

import io.tyto.server.alm.SyncView;
import io.tyto.server.alm.Syncs;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Syncs of a project and their history. */
@RestController
@RequestMapping("/api/v1/projects/{key}/syncs")
class SyncsController {
  private final Syncs syncs;
  private final Access access;

  SyncsController(Syncs syncs, Access access) {
    this.syncs = syncs;
    this.access = access;
  }

  /** 202 for a new one, 200 for the one under way; both with {@code Location}. */
  @PostMapping
  @Needs(Permission.SYNC)
  ResponseEntity<SyncView> start(
      @PathVariable String key, @RequestBody(required = false) @Nullable SyncRequest body) {
    Syncs.Started started =
        syncs.start(
            access.caller(),
            new ProjectKey(key),
            body == null ? null : body.integrationId(),
            body == null ? null : body.mode());
    return ResponseEntity.status(started.fresh() ? 202 : 200)
        .location(URI.create("/api/v1/projects/" + key + "/syncs/" + started.sync().id()))
        .body(started.sync());
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<SyncView> list(
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String integrationId,
      PageQuery page) {
    return syncs.list(new ProjectKey(key), integrationId, page);
  }

  @GetMapping("/{id}")
  @Needs(Permission.PROJECT_READ)
  SyncView get(@PathVariable String key, @PathVariable String id) {
    return syncs.get(new ProjectKey(key), id);
  }

  /** Both may be left out: the default integration, everything. */
  record SyncRequest(@Nullable String integrationId, SyncView.@Nullable Mode mode) {}
}
