package io.tyto.postgres.testing;

import io.tyto.postgres.EmbeddedPostgres;
import io.tyto.postgres.EmbeddedPostgresOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that the tests of this JVM share: started with the first test that asks. */
record TestServer(
    String adminUrl, String username, String password, String strategy, Set<String> databases) {

  private static final class Shared {
    private static final TestServer SERVER = start();
  }

  static TestServer shared() {
    return Shared.SERVER;
  }

  private static TestServer start() {
    @Nullable String url = System.getenv("TYTO_TEST_DATABASE_URL");
    return url == null || url.isBlank() ? embedded() : external(url);
  }

  private static TestServer embedded() {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "postgres");
    RunFolders.removeAbandoned(folder);
    Path home = folder.resolve(RunFolders.ofThisProcess());
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(EmbeddedPostgresOptions.fast(home, folder.resolve("cache")));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              postgres.close();
              RunFolders.remove(home);
            }));
    return new TestServer(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        // With fsync off the copying of files beats the writing of a log.
        "FILE_COPY",
        ConcurrentHashMap.newKeySet());
  }

  private static TestServer external(String url) {
    int query = url.indexOf('?');
    String base = query < 0 ? url : url.substring(0, query);
    Map<String, String> parameters =
        Stream.of(query < 0 ? new String[0] : url.substring(query + 1).split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[pair.length - 1])));
    TestServer server =
        new TestServer(
            base,
            parameters.getOrDefault("user", "postgres"),
            parameters.getOrDefault("password", ""),
            "WAL_LOG",
            ConcurrentHashMap.newKeySet());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Set.copyOf(server.databases).forEach(server::drop)));
    return server;
  }

  Connection admin() throws SQLException {
    return DriverManager.getConnection(adminUrl, username, password);
  }

  String urlOf(String database) {
    return adminUrl.substring(0, adminUrl.lastIndexOf('/') + 1) + database;
  }

  void made(String database) {
    databases.add(database);
  }

  void drop(String database) {
    try (Connection admin = admin();
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
      databases.remove(database);
    } catch (SQLException e) {
      throw new IllegalStateException("Test database " + database + " stays: " + e.getMessage(), e);
    }
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
