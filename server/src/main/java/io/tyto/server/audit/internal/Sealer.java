package io.tyto.server.audit.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Seals waiting entries into the chain, in batches; whoever holds the head is the only one. */
@Component
class Sealer {
  private static final int BATCH = 500;

  private final AuditRows rows;
  private final Chain chain;
  private final Anchor anchor;
  private final JsonMapper json;
  private final TransactionOperations transactions;

  Sealer(
      AuditRows rows,
      Chain chain,
      Anchor anchor,
      JsonMapper json,
      TransactionOperations transactions) {
    this.rows = rows;
    this.chain = chain;
    this.anchor = anchor;
    this.json = json;
    this.transactions = transactions;
  }

  /** Returns when nothing is waiting any more. */
  void sealAll() {
    boolean more = true;
    boolean any = false;
    while (more) {
      Integer sealed = transactions.execute(status -> sealBatch());
      any |= sealed != null && sealed > 0;
      more = sealed != null && sealed == BATCH;
    }
    if (any) {
      anchor.advance();
    }
  }

  private int sealBatch() {
    AuditRows.Head head = rows.lockedHead();
    List<Row> waiting = rows.unsealed(BATCH);
    if (waiting.isEmpty()) {
      return 0;
    }
    List<Seal> seals = new ArrayList<>();
    long seq = head.seq();
    String hash = head.hash();
    for (Row row : waiting) {
      seq++;
      hash = chain.hash(hash, chain.sealedText(row, seq));
      seals.add(new Seal(row.id(), seq, hash));
    }
    rows.seal(json.writeValueAsString(seals), new AuditRows.Head(seq, hash));
    return waiting.size();
  }

  /** One row of the batch. */
  private record Seal(String id, long seq, String hash) {}
}
