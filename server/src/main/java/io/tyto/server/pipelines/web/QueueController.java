package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Page;
import io.tyto.server.pipelines.queue.EnvironmentQueue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who deploys to an environment and who waits for it. */
@RestController
class QueueController {
  private final EnvironmentQueue queue;
  private final Access access;

  QueueController(EnvironmentQueue queue, Access access) {
    this.queue = queue;
    this.access = access;
  }

  @GetMapping("/api/v1/environments/{id}/queue")
  @Needs(Permission.SIGNED_IN)
  Page<EnvironmentQueue.Place> listQueue(@PathVariable String id) {
    return new Page<>(queue.of(new EnvironmentId(id), access.caller()), null, null);
  }
}
