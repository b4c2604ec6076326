package io.tyto.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A database of its own in the same PostgreSQL, and the table that the steps write to. */
final class PeerDatabase implements AutoCloseable {
  final HikariDataSource pool;
  final String url;

  PeerDatabase(Bed bed, String name) {
    bed.sql("create database " + name);
    String base = bed.database.jdbcUrl();
    url = base.substring(0, base.lastIndexOf('/') + 1) + name;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(bed.database.username());
    config.setPassword(bed.database.password());
    // Flowable opens a second connection while it commits: starters and workers need two each.
    config.setMaximumPoolSize(4 * Contender.THREADS);
    config.setMinimumIdle(Contender.THREADS);
    pool = new HikariDataSource(config);
    sql(
        """
        create table notice (id text primary key, run_id text not null, step int not null,
          text text not null, at timestamptz not null default now(), unique (run_id, step))
        """);
  }

  void sql(String... statements) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new BenchException("SQL failed", e);
    }
  }

  /** What a step does. */
  void work(String run, int step) {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into notice (id, run_id, step, text) values (?, ?, ?, 'Hello')"
                    + " on conflict do nothing")) {
      insert.setString(1, run + "/" + step);
      insert.setString(2, run);
      insert.setInt(3, step);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new BenchException("A step failed", e);
    }
  }

  /** Calls the action once for each number, from several threads. */
  static void inParallel(int threads, int count, IntConsumer action) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> drain(next, count, action)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("A thread of the bench failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  private static void drain(AtomicInteger next, int count, IntConsumer action) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      action.accept(i);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
