package io.tyto.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;

/** Main class of the process that gets killed: tells each row after its commit. */
final class InsertForEver {

  private InsertForEver() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            new EmbeddedPostgresOptions(
                Path.of(arguments[0]), Path.of(arguments[1]), true, Duration.ofMinutes(1)));
    System.out.println(postgres.pid());
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (n bigint primary key)");
      var rows = statement.executeQuery("select coalesce(max(n), 0) from kept");
      rows.next();
      for (long n = rows.getLong(1) + 1; ; n++) {
        statement.execute("insert into kept values (" + n + ")");
        System.out.println(n);
      }
    }
  }
}
