package io.tyto.server.connections.internal;

import io.tyto.connector.kit.net.CallObserver;
import io.tyto.spi.Fault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was called, for whom and how it ended, for two weeks. Written in batches beside the work: a
 * lost line or a full queue never disturbs a call. Holds neither headers nor bodies.
 */
@Component
class CallLog implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final int QUEUE = 10_000;
  private static final int BATCH = 500;
  private static final int PATH_MOST = 500;
  private static final Duration KEPT = Duration.ofDays(14);
  private static final Duration PRUNED_EVERY = Duration.ofHours(1);

  private final NamedParameterJdbcOperations batches;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(QUEUE);
  private @Nullable ScheduledExecutorService writer;
  private Instant prunedAt = Instant.MIN;

  CallLog(NamedParameterJdbcOperations batches, JdbcClient jdbc, Clock clock) {
    this.batches = batches;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An observer that notes the calls of one connection. */
  CallObserver of(String connector, String host, @Nullable String credentialId) {
    return call -> {
      String path = call.path();
      Fault.Kind fault = call.fault();
      boolean kept =
          queue.offer(
              new Line(
                  clock.instant(),
                  connector,
                  host,
                  call.method(),
                  path.length() > PATH_MOST ? path.substring(0, PATH_MOST) : path,
                  call.status(),
                  call.took().toMillis(),
                  fault == null ? null : fault.name(),
                  MDC.get("run"),
                  credentialId));
      if (!kept) {
        LOG.debug("The call log's queue is full; a line is left out");
      }
    };
  }

  /** Writes what is queued; safe to call at any time. */
  synchronized void flush() {
    try {
      List<Line> lines = new ArrayList<>(BATCH);
      while (queue.drainTo(lines, BATCH) > 0) {
        write(lines);
        lines.clear();
      }
      if (prunedAt.isBefore(clock.instant().minus(PRUNED_EVERY))) {
        prunedAt = clock.instant();
        prune();
      }
    } catch (DataAccessException e) {
      LOG.warn("Lines of the call log were lost: {}", e.getClass().getSimpleName());
    }
  }

  private void write(List<Line> lines) {
    batches.batchUpdate(
        """
        insert into connection_call
          (at, connector, host, method, path, status, took_ms, fault, run_id, credential_id)
        values (:at, :connector, :host, :method, :path, :status, :took, :fault, :run, :credential)
        """,
        lines.stream().map(Line::parameters).toArray(MapSqlParameterSource[]::new));
  }

  private void prune() {
    jdbc.sql("delete from connection_call where at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("call-log").factory());
    started.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    writer = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = writer;
    writer = null;
    if (running != null) {
      running.shutdown();
      flush();
    }
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  private record Line(
      Instant at,
      String connector,
      String host,
      String method,
      String path,
      int status,
      long tookMillis,
      @Nullable String fault,
      @Nullable String runId,
      @Nullable String credentialId) {

    MapSqlParameterSource parameters() {
      return new MapSqlParameterSource()
          .addValue("at", Timestamp.from(at))
          .addValue("connector", connector)
          .addValue("host", host)
          .addValue("method", method)
          .addValue("path", path)
          .addValue("status", status)
          .addValue("took", tookMillis)
          .addValue("fault", fault)
          .addValue("run", runId)
          .addValue("credential", credentialId);
    }
  }
}
