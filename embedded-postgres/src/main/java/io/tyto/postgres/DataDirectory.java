package io.tyto.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder with the database itself, beside the password of its only user. */
record DataDirectory(Path home, Path folder, Path passwordFile) {

  static final String USER = "tyto";
  static final String DATABASE = "tyto";

  private static final String MAJOR = Programs.VERSION.substring(0, Programs.VERSION.indexOf('.'));

  static DataDirectory in(Path home) {
    return new DataDirectory(home, home.resolve("data"), home.resolve("password"));
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  String password() throws IOException {
    return Password.read(passwordFile);
  }

  /** A folder of another major version is left untouched and refused. */
  void checkVersion() throws IOException {
    Path file = folder.resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
    if (!version.equals(MAJOR)) {
      throw new EmbeddedPostgresException(
          folder
              + " was made by PostgreSQL "
              + version
              + ", this is "
              + MAJOR
              + ". Move the data with pg_dump and pg_restore.");
    }
  }

  /** Makes an empty database under another name and renames it: a crash leaves no half of one. */
  void create(Programs programs, RunAs runAs, boolean durable) throws IOException {
    Folders.deleteMatching(home, name -> name.startsWith("creating-"));
    Path fresh = Files.createDirectory(home.resolve("creating-data"));
    Path passwordCopy = home.resolve("creating-password");
    Password.write(passwordCopy, Password.generateInto(passwordFile));
    Folders.mode(fresh, "rwx------");
    runAs.own(fresh);
    runAs.own(passwordCopy);
    runAs.checkReach(programs.folder());
    runAs.checkReach(fresh);
    Command.run(initdb(programs, runAs, fresh, passwordCopy, durable), "initdb", "");
    Command.run(single(programs, runAs, fresh), "Creating the database", "CREATE DATABASE tyto;\n");
    Files.delete(passwordCopy);
    Folders.publish(fresh, folder);
  }

  private static List<String> initdb(
      Programs programs, RunAs runAs, Path data, Path password, boolean durable) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    return runAs.wrap("KILL", programs.command("initdb", arguments));
  }

  private static List<String> single(Programs programs, RunAs runAs, Path data) {
    return runAs.wrap(
        "KILL",
        programs.command("postgres", List.of("--single", "-D", data.toString(), "postgres")));
  }
}
