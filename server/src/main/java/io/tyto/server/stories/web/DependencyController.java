package io.tyto.server.stories.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which work item has to be in a target before which. */
@RestController
@RequestMapping("/api/v1/projects/{key}/work-items/{id}/dependencies")
class DependencyController {
  private final Dependencies dependencies;
  private final WorkItems items;
  private final Access access;

  DependencyController(Dependencies dependencies, WorkItems items, Access access) {
    this.dependencies = dependencies;
    this.items = items;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  DependencyList listDependencies(@PathVariable String key, @PathVariable String id) {
    Dependencies.Neighbours found = dependencies.of(item(key, id));
    return new DependencyList(
        found.predecessors().stream().map(Neighbour::of).toList(),
        found.successors().stream().map(Neighbour::of).toList());
  }

  /** Idempotent. */
  @PutMapping("/{predecessor}")
  @Needs(Permission.WORK_ITEMS_EDIT)
  DependencyList addDependency(
      @PathVariable String key, @PathVariable String id, @PathVariable String predecessor) {
    dependencies.add(item(key, id), item(key, predecessor), access.caller());
    return listDependencies(key, id);
  }

  /** Idempotent. */
  @DeleteMapping("/{predecessor}")
  @Needs(Permission.WORK_ITEMS_EDIT)
  DependencyList removeDependency(
      @PathVariable String key, @PathVariable String id, @PathVariable String predecessor) {
    dependencies.remove(item(key, id), item(key, predecessor), access.caller());
    return listDependencies(key, id);
  }

  private WorkItemId item(String key, String id) {
    return items.idIn(key, id);
  }

  /**
   * @param predecessors have to be in a target before this item
   * @param successors come after it
   */
  record DependencyList(List<Neighbour> predecessors, List<Neighbour> successors) {}

  /** The other end of a dependency. */
  record Neighbour(
      String id,
      String title,
      @Nullable String pipelineStage,
      @Nullable String pipelineStatus,
      boolean gone) {

    static Neighbour of(WorkItemView item) {
      return new Neighbour(
          item.id().value(),
          item.title(),
          item.pipelineStage(),
          item.pipelineStatus(),
          item.gone());
    }
  }
}
