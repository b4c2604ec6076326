package io.tyto.server.inbox.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.pipelines.MyDecisions;
import io.tyto.server.pipelines.MyTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller, and what the caller has decided. */
@RestController
class InboxController {
  private final MyTasks tasks;
  private final MyDecisions decisions;
  private final Access access;

  InboxController(MyTasks tasks, MyDecisions decisions, Access access) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.access = access;
  }

  @GetMapping("/api/v1/inbox")
  @Needs(Permission.SIGNED_IN)
  Page<MyTasks.Item> getInbox() {
    return new Page<>(tasks.of(access.caller()), null, null);
  }

  @GetMapping("/api/v1/inbox/history")
  @Needs(Permission.SIGNED_IN)
  Page<MyDecisions.Decided> getInboxHistory(PageQuery page) {
    return decisions.of(access.caller(), page);
  }
}
