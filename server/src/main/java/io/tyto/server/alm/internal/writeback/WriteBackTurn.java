package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.IntegrationView.WriteBack;
import io.tyto.server.alm.WriteBacks.WriteBackView.State;
import io.tyto.server.alm.internal.AlmNews;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.alm.internal.writeback.Outbox.Entry;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.Push;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the external system what is open for one work item, in order; no transaction waits for it.
 */
@Component
class WriteBackTurn {
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final WorkItems items;
  private final IntegrationTable integrations;
  private final Pusher pusher;
  private final AlmNews news;
  private final TransactionTemplate transactions;
  private final Clock clock;

  WriteBackTurn(
      Outbox outbox,
      WorkItems items,
      IntegrationTable integrations,
      Pusher pusher,
      AlmNews news,
      TransactionTemplate transactions,
      Clock clock) {
    this.outbox = outbox;
    this.items = items;
    this.integrations = integrations;
    this.pusher = pusher;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @return when to try again; empty when nothing is open any more
   */
  Optional<Duration> take(String workItem) {
    for (Entry entry : outbox.open(workItem)) {
      Optional<Duration> pause = tell(entry);
      if (pause.isPresent()) {
        return pause;
      }
    }
    return Optional.empty();
  }

  private Optional<Duration> tell(Entry entry) {
    Optional<Integration> integration =
        integrations.find(entry.workItem().project(), entry.integrationId());
    if (integration.isEmpty() || !wanted(integration.get().writeBack(), entry)) {
      end(entry, State.REFUSED, "Write-back was switched off before this was sent.");
      return Optional.empty();
    }
    WorkItemView item = items.get(entry.workItem());
    try {
      switch (pusher.push(integration.get(), item, entry)) {
        case Push.Written(String message) -> end(entry, State.WRITTEN, message);
        case Push.AlreadyThere() -> end(entry, State.WRITTEN, "It was there already.");
        case Push.Refused(String message) -> end(entry, State.REFUSED, message);
      }
      return Optional.empty();
    } catch (FaultException e) {
      return later(entry, e.fault().message(), e.fault().retryAfter());
    } catch (Refusal refusal) {
      return later(entry, String.valueOf(refusal.getMessage()), null);
    }
  }

  private static boolean wanted(WriteBack switches, Entry entry) {
    return switch (entry.kind()) {
      case REFERENCE -> switches.references();
      case COMMENT -> switches.comments();
      case STATUS -> switches.status();
    };
  }

  private Optional<Duration> later(Entry entry, String message, @Nullable Duration asked) {
    if (entry.attempts() + 1 >= MOST_ATTEMPTS) {
      end(
          entry,
          State.GIVEN_UP,
          "Given up after %d attempts. %s".formatted(MOST_ATTEMPTS, message));
      return Optional.empty();
    }
    outbox.postpone(entry, message);
    news.live(entry.workItem().project(), "write-backs", entry.id());
    Duration usual = Duration.ofSeconds(1L << Math.min(entry.attempts(), 10));
    Duration capped = usual.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : usual;
    return Optional.of(asked != null && asked.compareTo(capped) > 0 ? asked : capped);
  }

  private void end(Entry entry, State state, String message) {
    transactions.executeWithoutResult(status -> {
      if (outbox.end(entry, state, message, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
        news.audited(
            Actor.SYSTEM,
            entry.workItem().project(),
            state == State.WRITTEN ? "write-back-written" : "write-back-refused",
            "work-item/" + entry.workItem().value(),
            Map.of("kind", entry.kind().name(), "key", entry.key(), "message", message));
        news.live(entry.workItem().project(), "write-backs", entry.id());
      }
    });
  }
}
