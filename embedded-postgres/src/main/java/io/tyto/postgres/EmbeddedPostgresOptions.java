package io.tyto.postgres;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to start an {@link EmbeddedPostgres}.
 *
 * @param home folder that holds data, password and log; made when it is missing
 * @param programs folder PostgreSQL's programs are unpacked into
 * @param durable false switches fsync off and starts from a copy of a prepared empty database,
 *     which is kept in {@code programs} too
 * @param startTimeout how long the start may take, crash recovery included
 */
public record EmbeddedPostgresOptions(
    Path home, Path programs, boolean durable, Duration startTimeout) {

  public EmbeddedPostgresOptions {
    home = home.toAbsolutePath().normalize();
    programs = programs.toAbsolutePath().normalize();
  }

  /** A database to keep data in: survives kill -9 of this JVM, of PostgreSQL, and of both. */
  public static EmbeddedPostgresOptions durable(Path home) {
    return new EmbeddedPostgresOptions(home, home, true, Duration.ofMinutes(5));
  }

  /**
   * A database for tests: quick, and worth nothing after a crash of the machine.
   *
   * @param cache folder that many homes may share, also at the same time
   */
  public static EmbeddedPostgresOptions fast(Path home, Path cache) {
    return new EmbeddedPostgresOptions(home, cache, false, Duration.ofMinutes(1));
  }
}
