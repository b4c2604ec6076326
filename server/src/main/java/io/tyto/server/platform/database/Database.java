package io.tyto.server.platform.database;

import io.tyto.postgres.EmbeddedPostgres;
import io.tyto.postgres.EmbeddedPostgresOptions;
import io.tyto.server.kernel.StartRefused;
import io.tyto.server.kernel.TytoSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL to work on; starts the embedded one when the operator named none. */
public final class Database implements AutoCloseable {
  private final String url;
  private final String user;
  private final String password;
  private final @Nullable EmbeddedPostgres embedded;

  private Database(String url, String user, String password, @Nullable EmbeddedPostgres embedded) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.embedded = embedded;
  }

  /** A database that somebody else runs. */
  public static Database at(String url, String user, String password) {
    return new Database(url, user, password, null);
  }

  /** A restored or shared database is worthless with the master key of another machine. */
  static Database find(TytoSettings settings) {
    if (!settings.embeddedDatabase()) {
      if (settings.masterKeyFile() == null) {
        throw new StartRefused(
            "TYTO_DATABASE_URL names a database of your own: name its master key too, with"
                + " TYTO_MASTER_KEY_FILE.");
      }
      return at(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    }
    EmbeddedPostgres started =
        EmbeddedPostgres.start(
            EmbeddedPostgresOptions.durable(settings.data().resolve("postgres")));
    return new Database(started.jdbcUrl(), started.username(), started.password(), started);
  }

  public String url() {
    return url;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  /** A connection of its own, outside of the pool: for one that listens for ever. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  public boolean isEmbedded() {
    return embedded != null;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
