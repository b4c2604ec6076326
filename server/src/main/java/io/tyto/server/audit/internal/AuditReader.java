package io.tyto.server.audit.internal;

import io.tyto.server.audit.AuditLog;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Cursor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries from the database. */
@Service
class AuditReader implements AuditLog {
  private static final int BATCH = 1000;
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final AuditRows rows;
  private final Chain chain;
  private final Verifier verifier;
  private final JsonMapper json;

  AuditReader(AuditRows rows, Chain chain, Verifier verifier, JsonMapper json) {
    this.rows = rows;
    this.chain = chain;
    this.verifier = verifier;
    this.json = json;
  }

  @Override
  public Page<Entry> find(Filter filter, PageQuery page) {
    List<String> before = Cursor.read(page.cursor(), 1);
    List<Row> found =
        rows.newestFirst(filter, before.isEmpty() ? null : before.getFirst(), page.size() + 1);
    Page<Row> cut = Page.cut(found, page.size(), last -> Cursor.of(last.id()));
    return (page.counted() ? cut.withTotal(rows.count(filter)) : cut).map(this::entry);
  }

  @Override
  public void export(Filter filter, Consumer<String> lines) {
    long seq = 0;
    List<Row> batch = rows.sealedAfter(filter, seq, BATCH);
    while (!batch.isEmpty()) {
      for (Row row : batch) {
        seq = row.seq() == null ? seq : row.seq();
        lines.accept(
            "{\"hash\":\"%s\",\"sealed\":%s}".formatted(row.hash(), chain.sealedText(row, seq)));
      }
      batch = rows.sealedAfter(filter, seq, BATCH);
    }
  }

  @Override
  public Verification verify() {
    return verifier.verify();
  }

  private Entry entry(Row row) {
    return new Entry(
        row.id(),
        row.seq(),
        row.at(),
        new Actor(new UserId(row.actorId()), row.actorName(), Actor.Kind.valueOf(row.actorKind())),
        row.project(),
        row.action(),
        row.subject(),
        json.readValue(row.details(), DETAILS),
        row.hash());
  }
}
