package io.tyto.postgres;

import static io.tyto.postgres.EmbeddedPostgresTest.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivesKillTest {

  private static final int ROWS_BEFORE_KILL = 300;

  @TempDir Path home;

  @Test
  void losesNoAcknowledgedRowWhenJvmIsKilled() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (var server = ServerInAnotherProcess.start(options())) {
        server.next();
        assertThatAllRowsAreThereAfterKillOf(server);
      }
    }
  }

  @Test
  void losesNoAcknowledgedRowWhenJvmAndPostgresAreKilled() throws Exception {
    try (var server = ServerInAnotherProcess.start(options())) {
      long postmaster = server.next();
      List<ProcessHandle> children = ProcessHandle.of(postmaster).orElseThrow().children().toList();
      long last = insertSome(server);
      Signals.send("KILL", postmaster);
      children.forEach(child -> Signals.send("KILL", child.pid()));
      assertThatRowsAreThere(Math.max(last, server.kill()));
    }
  }

  @Test
  void losesNoAcknowledgedRowWhenJvmIsKilledWhilePostgresHangs() throws Exception {
    try (var server = ServerInAnotherProcess.start(options())) {
      long postmaster = server.next();
      long last = insertSome(server);
      Signals.send("STOP", postmaster);
      assertThatRowsAreThere(Math.max(last, server.kill()));
    }
  }

  @Test
  void startsWhenThePidFileNamesSomebodyElse() throws Exception {
    start().close();
    Process somebody = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          home.resolve("data/postmaster.pid"),
          somebody.pid() + "\n" + home.resolve("data") + "\n1\n5432\n\n127.0.0.1\n 1 1\nready\n");
      start().close();
      assertThat(somebody.isAlive()).isTrue();
    } finally {
      somebody.destroyForcibly();
    }
  }

  @Test
  void startsWhenThePidFileNamesZombie() throws Exception {
    start().close();
    // The shell becomes a sleep that never asks for its child's end: the child stays a zombie.
    Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
    try {
      String zombie = parent.inputReader().readLine();
      Files.writeString(
          home.resolve("data/postmaster.pid"), zombie + "\n" + home.resolve("data") + "\n1\n");
      start().close();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void worksForPlainUser(@TempDir Path classes, @TempDir Path again) throws Exception {
    assumeThat(RunAs.detect()).isNotEqualTo(RunAs.SELF);
    try (var server = ServerInAnotherProcess.startAsPlainUser(home, classes)) {
      long postmaster = server.next();
      insertSome(server);
      assertThat(Files.getAttribute(Path.of("/proc/" + postmaster), "unix:uid")).isEqualTo(65534);
      server.kill();
    }
    try (var server = ServerInAnotherProcess.startAsPlainUser(home, again)) {
      server.next();
      assertThat(server.next()).isGreaterThan(ROWS_BEFORE_KILL);
    }
  }

  @Test
  void worksForRootWhereUserNamespacesAreClosedAndBack() throws Exception {
    assumeThat(RunAs.detect()).isEqualTo(RunAs.USER_NAMESPACE);
    var options = EmbeddedPostgresOptions.durable(home);
    Folders.mode(home, "rwxr-xr-x");
    try (var postgres = EmbeddedPostgres.start(options, RunAs.NOBODY)) {
      ask(postgres, "create table t (x int); insert into t values (7); select x from t");
      assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
          .isEqualTo(65534);
    }
    try (var postgres = EmbeddedPostgres.start(options, RunAs.USER_NAMESPACE)) {
      assertThat(ask(postgres, "select x from t")).isEqualTo("7");
    }
    try (var postgres = EmbeddedPostgres.start(options, RunAs.NOBODY)) {
      assertThat(ask(postgres, "select x from t")).isEqualTo("7");
    }
  }

  private void assertThatAllRowsAreThereAfterKillOf(ServerInAnotherProcess server)
      throws Exception {
    long last = insertSome(server);
    assertThatRowsAreThere(Math.max(last, server.kill()));
  }

  private static long insertSome(ServerInAnotherProcess server) throws Exception {
    long last = 0;
    for (int i = 0; i < ROWS_BEFORE_KILL; i++) {
      last = server.next();
    }
    return last;
  }

  private void assertThatRowsAreThere(long last) throws Exception {
    try (var postgres = start()) {
      assertThat(Long.parseLong(ask(postgres, "select count(*) from kept")))
          .isGreaterThanOrEqualTo(last);
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(options());
  }

  private EmbeddedPostgresOptions options() {
    return new EmbeddedPostgresOptions(
        home, Path.of("target", "postgres", "cache"), true, Duration.ofMinutes(1));
  }
}
