package io.tyto.server.platform.live;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tyto.server.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hears from the database that any node stored hints, and passes them on to the streams of this
 * node. Looks by itself now and then, because a notification may be lost with its connection.
 */
@Component
class LiveListener implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveListener.class);
  private static final int LOOK_EVERY_MS = 5_000;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int BATCH = 1000;

  private final Database database;
  private final LiveRows rows;
  private final LiveStreams streams;
  private final Scheduler scheduler;
  private volatile boolean running;
  private volatile Thread listener = Thread.currentThread();
  private long seen;

  LiveListener(Database database, LiveRows rows, LiveStreams streams, Scheduler scheduler) {
    this.database = database;
    this.rows = rows;
    this.streams = streams;
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    running = true;
    seen = rows.newest();
    listener = Thread.ofVirtual().name("live-listener").start(this::listenForEver);
  }

  private void listenForEver() {
    while (running) {
      try (Connection connection = database.open()) {
        listen(connection);
      } catch (SQLException | DataAccessException unavailable) {
        if (running) {
          log.warn("Live events pause: {}", unavailable.toString());
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + LiveRows.CHANNEL);
    }
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (running) {
      passOn();
      if (notifications.getNotifications(LOOK_EVERY_MS).length > 0) {
        // What changed on another node may have scheduled work: no need to wait for the next poll.
        scheduler.triggerCheckForDueExecutions();
      }
    }
  }

  private void passOn() {
    List<LiveRows.Hint> hints = rows.after(seen, BATCH);
    while (!hints.isEmpty()) {
      hints.forEach(streams::offer);
      seen = hints.getLast().seq();
      hints = hints.size() < BATCH ? List.of() : rows.after(seen, BATCH);
    }
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    listener.interrupt();
    streams.closeAll();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
