package io.tyto.postgres.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * An empty database of its own for a test, on one PostgreSQL that all tests of this JVM share.
 * Databases go when the JVM ends.
 *
 * <p>With the environment variable {@code TYTO_TEST_DATABASE_URL} (JDBC URL of a PostgreSQL 15 or
 * newer with the user and password of an administrator in it) they are made on that server instead,
 * so that the same tests run on another version. The PostgreSQL JDBC driver must be on the class
 * path.
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

  private static final String RUN =
      ProcessHandle.current().pid() + "_" + Long.toHexString(System.nanoTime());
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

  /** A fresh database without any table. */
  public static TestDatabase create() {
    return copyOf("template1");
  }

  /**
   * A fresh copy of a database that is prepared once per JVM, e.g. migrated.
   *
   * @param name tells templates apart
   * @param prepare fills the template the first time; must close its connections
   */
  public static TestDatabase createFrom(String name, Consumer<TestDatabase> prepare) {
    String template =
        TEMPLATES.computeIfAbsent(
            name,
            ignored -> {
              TestDatabase fresh = create();
              prepare.accept(fresh);
              return fresh.name();
            });
    return copyOf(template);
  }

  /** The database's name on its server. */
  public String name() {
    String withoutQuery = jdbcUrl.replaceFirst("\\?.*", "");
    return withoutQuery.substring(withoutQuery.lastIndexOf('/') + 1);
  }

  public Connection open() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, username, password);
  }

  /** Ends every connection to it and removes it at once, for tests that make many. */
  public void drop() {
    TestServer.shared().drop(name());
  }

  private static TestDatabase copyOf(String template) {
    TestServer server = TestServer.shared();
    // Digits and letters only: safe to write into SQL, where a name cannot be a parameter.
    String name = "tyto_test_" + RUN + "_" + COUNT.incrementAndGet();
    try (Connection admin = server.admin();
        Statement statement = admin.createStatement()) {
      statement.execute(
          "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY " + server.strategy());
    } catch (SQLException e) {
      throw new IllegalStateException("No test database: " + e.getMessage(), e);
    }
    server.made(name);
    return new TestDatabase(server.urlOf(name), server.username(), server.password());
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
