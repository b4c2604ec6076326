package io.tyto.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path home;

  @Test
  void keepsDataDurablyBehindPasswordOnLoopback() throws Exception {
    try (var postgres = start()) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
      assertThat(ask(postgres, "select current_database()")).isEqualTo("tyto");
      assertThat(
              ask(
                  postgres,
                  "select datlocprovider::text || datlocale from pg_database where datname = 'tyto'"))
          .isEqualTo("bC.UTF-8");
      assertThat(ask(postgres, "select left(rolpassword, 13) from pg_authid where oid = 10"))
          .isEqualTo("SCRAM-SHA-256");
      assertThat(Files.getPosixFilePermissions(home.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), "tyto", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      ask(postgres, "create table t (x int); insert into t values (7); select x from t");
    }
    try (var postgres = start()) {
      assertThat(ask(postgres, "select x from t")).isEqualTo("7");
    }
  }

  @Test
  void refusesSecondServerOfSameProcessAndKeepsTheLockOfTheFirst() throws Exception {
    try (var first = start()) {
      String pid = Long.toString(ProcessHandle.current().pid());
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::start)
            .isInstanceOf(EmbeddedPostgresException.class)
            .hasMessageContaining(home.toString())
            .hasMessageContaining("in use by process " + pid);
      }
      assertThat(ask(first, "select 1")).isEqualTo("1");
      try (var second = ServerInAnotherProcess.start(options())) {
        assertThatThrownBy(second::next).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void refusesServerOfAnotherProcess() throws Exception {
    try (var other = ServerInAnotherProcess.start(options())) {
      other.next();
      assertThatThrownBy(this::start)
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("TYTO_DATA");
    }
  }

  @Test
  void startsAgainAfterInitdbWasInterrupted() throws Exception {
    Files.createDirectories(home.resolve("creating-data/base"));
    Files.writeString(home.resolve("creating-password"), "x");
    Files.createDirectories(home.resolve("unpacking-postgresql-18.6/bin"));
    try (var postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.durable(home))) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
    assertThat(home.resolve("creating-data")).doesNotExist();
    assertThat(home.resolve("creating-password")).doesNotExist();
  }

  @Test
  void refusesDataOfAnotherMajorVersionAndLeavesItAlone() throws Exception {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("made by PostgreSQL 17")
        .hasMessageContaining("pg_dump");
    assertThat(home.resolve("data/PG_VERSION")).hasContent("17");
  }

  @Test
  void saysWhatPostgresSaidWhenItCannotStart() throws Exception {
    start().close();
    Files.writeString(home.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("no_such_setting");
    Files.writeString(home.resolve("data/postgresql.conf"), "");
    start().close();
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(options());
  }

  private EmbeddedPostgresOptions options() {
    return new EmbeddedPostgresOptions(
        home, Path.of("target", "postgres", "cache"), true, Duration.ofMinutes(1));
  }

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        if (statement.getUpdateCount() < 0) {
          return "";
        }
        rows = statement.getMoreResults();
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
