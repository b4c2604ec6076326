package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.WriteBacks;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows the outbox. */
@Service
class WriteBackDesk implements WriteBacks {
  private final Outbox outbox;
  private final IntegrationTable integrations;

  WriteBackDesk(Outbox outbox, IntegrationTable integrations) {
    this.outbox = outbox;
    this.integrations = integrations;
  }

  @Override
  public Page<WriteBackView> list(
      ProjectKey project, String integrationId, Filter filter, PageQuery page) {
    if (integrations.find(project, integrationId).isEmpty()) {
      throw new Refusal(GeneralRefusal.NOT_FOUND, "There is no such ALM integration.");
    }
    List<String> at = Cursor.read(page.cursor(), 1);
    List<WriteBackView> rows =
        outbox.history(integrationId, filter, at.isEmpty() ? null : at.getFirst(), page.size() + 1);
    Page<WriteBackView> cut = Page.cut(rows, page.size(), last -> Cursor.of(last.id()));
    return page.counted() ? cut.withTotal(outbox.count(integrationId, filter)) : cut;
  }
}
