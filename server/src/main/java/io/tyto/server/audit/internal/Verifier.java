package io.tyto.server.audit.internal;

import io.tyto.server.audit.AuditLog;
import io.tyto.server.audit.AuditLog.Broken;
import io.tyto.server.audit.AuditLog.Reason;
import io.tyto.server.audit.AuditLog.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the chain from its first entry and names the first thing that does not fit. */
@Component
class Verifier {
  private static final int BATCH = 1000;
  private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);

  private final AuditRows rows;
  private final Chain chain;
  private final Anchor anchor;
  private final Clock clock;

  Verifier(AuditRows rows, Chain chain, Anchor anchor, Clock clock) {
    this.rows = rows;
    this.chain = chain;
    this.anchor = anchor;
    this.clock = clock;
  }

  /** On one snapshot, so that the sealer may go on. The anchor is read first: it is never ahead. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verification verify() {
    Optional<AuditRows.Head> anchored = anchor.read();
    AuditRows.Head end = new AuditRows.Head(0, Chain.START);
    List<Row> batch = rows.sealedAfter(AuditLog.Filter.ALL, 0, BATCH);
    while (!batch.isEmpty()) {
      for (Row row : batch) {
        Optional<Broken> broken = check(row, end);
        if (broken.isPresent()) {
          return answer(end, broken);
        }
        end = new AuditRows.Head(end.seq() + 1, String.valueOf(row.hash()));
      }
      batch = rows.sealedAfter(AuditLog.Filter.ALL, end.seq(), BATCH);
    }
    return answer(end, checkEnd(end, anchored));
  }

  private Optional<Broken> check(Row row, AuditRows.Head before) {
    long seq = before.seq() + 1;
    if (row.seq() == null || row.seq() != seq) {
      return broken(seq, null, Reason.GONE, "Entry %d is gone.".formatted(seq));
    }
    if (!chain.hash(before.hash(), chain.sealedText(row, seq)).equals(row.hash())) {
      return broken(
          seq, row.id(), Reason.CHANGED, "Entry %d is not what was sealed.".formatted(seq));
    }
    return Optional.empty();
  }

  private Optional<Broken> checkEnd(AuditRows.Head end, Optional<AuditRows.Head> anchored) {
    AuditRows.Head head = rows.head();
    if (!head.equals(end)) {
      return broken(
          head.seq(),
          null,
          Reason.HEAD,
          "The chain ends at entry %d, its head says %d.".formatted(end.seq(), head.seq()));
    }
    if (anchored.isEmpty()) {
      return end.seq() == 0
          ? Optional.empty()
          : broken(end.seq(), null, Reason.NO_ANCHOR, "The file audit-anchor is missing.");
    }
    if (!anchor.holds(anchored.get())) {
      return broken(
          anchored.get().seq(),
          null,
          Reason.ANCHOR,
          "The chain does not contain what the file audit-anchor saw at entry %d."
              .formatted(anchored.get().seq()));
    }
    Instant due = clock.instant().minus(SEALED_WITHIN);
    return rows.oldestUnsealed()
        .filter(at -> at.isBefore(due))
        .flatMap(at ->
            broken(
                end.seq() + 1,
                null,
                Reason.UNSEALED,
                "An entry of %s is still not sealed.".formatted(at)));
  }

  private Verification answer(AuditRows.Head end, Optional<Broken> broken) {
    return new Verification(
        broken.isEmpty(),
        end.seq(),
        rows.unsealedCount(),
        rows.oldestUnsealed().orElse(null),
        end.hash(),
        broken.orElse(null));
  }

  private static Optional<Broken> broken(
      long seq, @Nullable String id, Reason reason, String message) {
    return Optional.of(new Broken(seq, id, reason, message));
  }
}
