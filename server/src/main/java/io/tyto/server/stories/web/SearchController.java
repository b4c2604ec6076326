package io.tyto.server.stories.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.stories.WorkItemSearch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds work items in all projects that the caller may see. */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {
  private final WorkItemSearch items;
  private final Access access;

  SearchController(WorkItemSearch items, Access access) {
    this.items = items;
    this.access = access;
  }

  /** The twenty best: an exact ID first, gone ones last. */
  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<WorkItemResource> search(@RequestParam String q) {
    return new Page<>(items.find(q, access.caller()), null, null).map(WorkItemResource::of);
  }
}
