package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.internal.SecretTable.Stored;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every secret under the first key of the master key file, in small transactions, while the
 * server works. Interrupted, it goes on at the next start; several nodes may do it at once.
 */
@Component
class KeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private static final int BATCH = 100;
  private final MasterKey master;
  private final Envelope envelope;
  private final SecretTable secrets;
  private final TransactionTemplate transactions;

  KeyRotation(
      MasterKey master, Envelope envelope, SecretTable secrets, TransactionTemplate transactions) {
    this.master = master;
    this.envelope = envelope;
    this.secrets = secrets;
    this.transactions = transactions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    long lost = secrets.countNotUnder(master.ids());
    if (lost > 0) {
      LOG.error(
          "The master key file does not open {} stored secret(s): give the right file, or enter"
              + " those secrets again",
          lost);
    }
    rewrapAll();
  }

  /** How many were rewrapped. */
  int rewrapAll() {
    String after = "";
    int done = 0;
    while (true) {
      String from = after;
      Batch batch = transactions.execute(status -> rewrap(from));
      if (batch == null || batch.last().isEmpty()) {
        return done;
      }
      after = batch.last();
      done += batch.done();
    }
  }

  private Batch rewrap(String after) {
    List<Stored> rows = secrets.notUnder(master.primary(), after, BATCH);
    int done = 0;
    for (Stored row : rows) {
      var fresh = envelope.rewrap(row.sealed(), row.place());
      if (fresh.isPresent()) {
        secrets.put(row.place(), fresh.get());
        done++;
      }
    }
    return new Batch(rows.isEmpty() ? "" : rows.getLast().place().credentialId(), done);
  }

  private record Batch(String last, int done) {}
}
