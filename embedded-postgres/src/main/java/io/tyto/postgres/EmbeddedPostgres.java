package io.tyto.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this process: started by it, reachable from this machine only, ended with
 * it even when it is killed. A second one on the same home is refused.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final ReentrantLock PROGRAMS = new ReentrantLock();

  private final HomeLock lock;
  private final ServerProcess server;
  private final String password;
  private final boolean durable;
  private boolean closed;

  private EmbeddedPostgres(HomeLock lock, ServerProcess server, String password, boolean durable) {
    this.lock = lock;
    this.server = server;
    this.password = password;
    this.durable = durable;
  }

  /**
   * Starts, makes the database first when the home has none, and recovers it when it was killed.
   * Returns when connections are accepted.
   *
   * @throws EmbeddedPostgresException whose message is meant for the operator
   */
  public static EmbeddedPostgres start(EmbeddedPostgresOptions options) {
    return start(options, null);
  }

  static EmbeddedPostgres start(EmbeddedPostgresOptions options, @Nullable RunAs forced) {
    try {
      RunAs runAs = forced == null ? RunAs.detect() : forced;
      Files.createDirectories(options.home());
      HomeLock lock = HomeLock.take(options.home());
      try {
        return start(options, runAs, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL in " + options.home() + " cannot start: " + e, e);
    }
  }

  private static EmbeddedPostgres start(EmbeddedPostgresOptions options, RunAs runAs, HomeLock lock)
      throws IOException {
    long begun = System.nanoTime();
    DataDirectory data = DataDirectory.in(options.home());
    Leftovers.clear(data.folder());
    Programs programs = prepare(options, runAs, data);
    data.checkVersion();
    runAs.own(data.folder());
    runAs.checkReach(programs.folder());
    runAs.checkReach(data.folder());
    ServerProcess server = ServerProcess.start(programs, runAs, data, options);
    log.info(
        "PostgreSQL {} on {} at port {} after {} ms",
        Programs.VERSION,
        data.folder(),
        server.port(),
        (System.nanoTime() - begun) / 1_000_000);
    return new EmbeddedPostgres(lock, server, data.password(), options.durable());
  }

  /** Many homes may share one folder of programs, which one process at a time fills. */
  private static Programs prepare(EmbeddedPostgresOptions options, RunAs runAs, DataDirectory data)
      throws IOException {
    Path folder = Files.createDirectories(options.programs());
    PROGRAMS.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("programs.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock ignored = channel.lock()) {
      Programs programs = Programs.unpackInto(folder);
      if (!data.exists() && options.durable()) {
        data.create(programs, runAs, true);
      } else if (!data.exists()) {
        copyTemplate(folder, programs, runAs, data);
      }
      return programs;
    } finally {
      PROGRAMS.unlock();
    }
  }

  private static void copyTemplate(Path folder, Programs programs, RunAs runAs, DataDirectory data)
      throws IOException {
    Path home = Files.createDirectories(folder.resolve("template-" + Programs.VERSION));
    DataDirectory template = DataDirectory.in(home);
    if (!template.exists()) {
      template.create(programs, runAs, false);
    }
    Folders.copy(template.folder(), data.folder());
    Password.write(data.passwordFile(), template.password());
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DataDirectory.DATABASE;
  }

  public String username() {
    return DataDirectory.USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return server.port();
  }

  /** The postmaster's process id, for tests and diagnosis. */
  public long pid() {
    return server.pid();
  }

  /** Ends connections that are still open, stops PostgreSQL and frees the home. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.stop(!durable);
    try {
      lock.close();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("The lock of the database could not be freed", e);
    }
  }
}
