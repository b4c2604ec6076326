package io.tyto.bench;

import io.tyto.postgres.EmbeddedPostgres;
import io.tyto.postgres.EmbeddedPostgresOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is measured on: an embedded PostgreSQL, the simulated landscape, the real server. */
final class Bed implements AutoCloseable {
  static final String USER = "admin";
  static final String PASSWORD = "bench of a quiet evening";

  final EmbeddedPostgres database;
  final Child server;
  final Web tyto;
  final Web control;
  final JsonNode alm;
  private final Child simulator;
  final Path root;
  private final Path folder;
  private final Path key;

  private Bed(Path folder, boolean counting) throws IOException {
    this.folder = folder;
    root = root();
    EmbeddedPostgresOptions options = EmbeddedPostgresOptions.durable(folder.resolve("db"));
    database = counting ? countingStatements(options) : EmbeddedPostgres.start(options);
    simulator =
        Child.start(
            root.resolve("simulator/target/simulator.jar"),
            List.of("-Xmx1g"),
            Map.of("SIMULATOR_PORT", "0", "SIMULATOR_WORLD", "empty"),
            folder.resolve("simulator.log"));
    key = key(folder.resolve("master.key"));
    server = node("server");
    control = new Web(simulator.address());
    alm = system(control.get("/control/landscape"));
    tyto = new Web(server.address());
    tyto.signIn(USER, PASSWORD);
  }

  /** A server on the same database; the caller closes any but the first. */
  Child node(String name) {
    return Child.start(
        root.resolve("server/target/tyto.jar"),
        // As ./tyto start does.
        List.of("-XX:+UseSerialGC", "-Xmx512m"),
        Map.of(
            "TYTO_PORT", "0",
            "TYTO_DATA", folder.resolve("data of " + name).toString(),
            "TYTO_DATABASE_URL", database.jdbcUrl(),
            "TYTO_DATABASE_USER", database.username(),
            "TYTO_DATABASE_PASSWORD", database.password(),
            "TYTO_MASTER_KEY_FILE", key.toString(),
            "TYTO_ADMIN_PASSWORD", PASSWORD,
            "TYTO_NETWORK_ALLOW_LOOPBACK", "true"),
        folder.resolve(name + ".log"));
  }

  static Bed start() {
    return start(false);
  }

  /** With PostgreSQL's count of statements and buffers, which costs the database something. */
  static Bed startCounting() {
    return start(true);
  }

  private static Bed start(boolean counting) {
    try {
      return new Bed(Files.createTempDirectory("tyto-bench-"), counting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres countingStatements(EmbeddedPostgresOptions options) {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(options)) {
      sql(first, "alter system set shared_preload_libraries = 'pg_stat_statements'");
      sql(first, "alter system set pg_stat_statements.track_utility = off");
    }
    EmbeddedPostgres again = EmbeddedPostgres.start(options);
    sql(again, "create extension pg_stat_statements");
    return again;
  }

  private static Path key(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, Base64.getEncoder().encodeToString(random));
  }

  private static JsonNode system(JsonNode landscape) {
    for (JsonNode one : landscape.path("systems")) {
      if (one.path("id").asString().equals("alm")) {
        return one;
      }
    }
    throw new BenchException("The landscape has no Cloud ALM");
  }

  /** The jar lies in {@code bench/target}; run from classes, the working folder counts. */
  private static Path root() {
    try {
      Path here = Path.of(Bed.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return here.toString().endsWith(".jar")
          ? here.resolve("../../..").normalize()
          : Path.of("").toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new BenchException("Where am I?", e);
    }
  }

  Connection connect() throws SQLException {
    return connect(database);
  }

  private static Connection connect(EmbeddedPostgres database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }

  void sql(String... statements) {
    sql(database, statements);
  }

  private static void sql(EmbeddedPostgres database, String... statements) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new BenchException("SQL failed", e);
    }
  }

  /** The first column. */
  List<String> rows(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new BenchException("SQL failed: " + sql, e);
    }
  }

  double number(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getDouble(1);
    } catch (SQLException e) {
      throw new BenchException("SQL failed: " + sql, e);
    }
  }

  /** Of the server and of the database. */
  double serverCpu() {
    return Cpu.of(server.pid()) + databaseCpu();
  }

  /** Of this program and of the database. */
  double floorCpu() {
    return Cpu.of(ProcessHandle.current().pid()) + databaseCpu();
  }

  double databaseCpu() {
    return Cpu.ofTree(database.pid());
  }

  @Override
  public void close() {
    server.close();
    simulator.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException left) {
      System.err.println("Left behind: " + folder);
    }
  }
}
