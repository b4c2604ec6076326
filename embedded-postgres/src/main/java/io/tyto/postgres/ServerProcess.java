package io.tyto.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running postmaster, bound to the life of this JVM. */
final class ServerProcess {

  private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
  private static final long LOG_LIMIT = 5_000_000;
  private static final int PORT_ATTEMPTS = 5;

  private final Path data;
  private final Path logFile;
  private final long logStart;
  private final Process process;
  private final int port;
  private volatile boolean serving;

  private ServerProcess(Path data, Path logFile, List<String> command, int port)
      throws IOException {
    this.data = data;
    this.logFile = logFile;
    this.logStart = Files.exists(logFile) ? Files.size(logFile) : 0;
    this.port = port;
    this.process = fork(command);
  }

  static ServerProcess start(
      Programs programs, RunAs runAs, DataDirectory data, EmbeddedPostgresOptions options)
      throws IOException {
    Path logFile = options.home().resolve("postgres.log");
    rotate(logFile);
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      List<String> arguments = ServerSettings.arguments(data.folder(), port, options.durable());
      var server =
          new ServerProcess(
              data.folder(),
              logFile,
              runAs.wrap("INT", programs.command("postgres", arguments)),
              port);
      if (server.awaitReady(options.startTimeout())) {
        return server;
      }
      String said = server.log();
      // Somebody may have taken the port between our asking for a free one and PostgreSQL's bind.
      if (attempt == PORT_ATTEMPTS || !said.contains("could not bind")) {
        throw new EmbeddedPostgresException(
            "PostgreSQL did not start on " + data.folder() + ": " + said);
      }
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  void stop(boolean immediately) {
    serving = false;
    try {
      Signals.send(immediately ? "QUIT" : "INT", process.pid());
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        Signals.send("QUIT", process.pid());
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      throw Command.interrupted(e);
    }
  }

  /**
   * The kernel signals the process when the thread that started it ends, so the thread stays until
   * the process is gone; as a daemon it does not hold up the end of the JVM.
   */
  private Process fork(List<String> command) throws IOException {
    var forked = new CompletableFuture<Process>();
    Thread.ofPlatform()
        .daemon()
        .name("embedded-postgres")
        .start(() -> {
          try {
            Process started =
                Command.builder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start();
            forked.complete(started);
            watch(started);
          } catch (IOException e) {
            forked.completeExceptionally(e);
          }
        });
    try {
      Process started = forked.get();
      started.getOutputStream().close();
      return started;
    } catch (ExecutionException e) {
      throw Command.missing(command, new IOException(e.getCause()));
    } catch (InterruptedException e) {
      throw Command.interrupted(e);
    }
  }

  private void watch(Process started) {
    boolean waiting = true;
    while (waiting) {
      try {
        int status = started.waitFor();
        waiting = false;
        if (serving) {
          log.error("PostgreSQL on {} ended by itself, status {}; see {}", data, status, logFile);
        }
      } catch (InterruptedException e) {
        // Nobody may end this thread before the process: see fork.
        log.debug("Ignored an interruption", e);
      }
    }
  }

  /** False when the process ended instead of becoming ready. */
  private boolean awaitReady(Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (!isReady()) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (System.nanoTime() > deadline) {
          stop(false);
          throw new EmbeddedPostgresException(
              "PostgreSQL on " + data + " was not ready after " + timeout + ": " + log());
        }
      }
      serving = true;
      return true;
    } catch (InterruptedException e) {
      stop(false);
      throw Command.interrupted(e);
    }
  }

  /** The pid file's first line is the process, its eighth the state, as pg_ctl reads it. */
  private boolean isReady() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return false;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
    return lines.size() > 7
        && lines.getFirst().strip().equals(Long.toString(process.pid()))
        && lines.get(7).strip().equals("ready");
  }

  private String log() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(logFile.toFile(), "r")) {
      long from = Math.max(logStart, file.length() - 4000);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }

  private static void rotate(Path logFile) throws IOException {
    if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT) {
      Files.move(
          logFile, logFile.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
