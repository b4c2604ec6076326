package io.tyto.server.inbox.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.pipelines.MyTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller. */
@RestController
class InboxController {
  private final MyTasks tasks;
  private final Access access;

  InboxController(MyTasks tasks, Access access) {
    this.tasks = tasks;
    this.access = access;
  }

  @GetMapping("/api/v1/inbox")
  @Needs(Permission.SIGNED_IN)
  Page<MyTasks.Item> getInbox() {
    return new Page<>(tasks.of(access.caller()), null, null);
  }
}
