package io.tyto.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a killed server may have left behind on its data: a PostgreSQL that still runs, or a file
 * that names a process which is dead, dead but not yet reaped, or by now somebody else's.
 *
 * <p>Only called while the {@link HomeLock} is held, so whatever is found has no owner.
 */
final class Leftovers {

  private static final Path PROC = Path.of("/proc");
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration UNTIL_QUIT = Duration.ofSeconds(20);
  private static final Duration UNTIL_KILL = Duration.ofSeconds(30);
  private static final Duration UNTIL_GIVING_UP = Duration.ofSeconds(60);

  private final Path data;
  private final Path pidFile;

  private Leftovers(Path data) {
    this.data = data;
    this.pidFile = data.resolve("postmaster.pid");
  }

  /** Stops a PostgreSQL that runs on the data and removes a pid file that would block the next. */
  static void clear(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      Leftovers leftovers = new Leftovers(data.toRealPath());
      leftovers.stopRunning();
      leftovers.removeStalePidFile();
    }
  }

  private void stopRunning() throws IOException {
    long started = System.nanoTime();
    String sent = "";
    List<Long> running = running();
    while (!running.isEmpty()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - started);
      String signal = signalAfter(waited);
      if (!signal.equals(sent)) {
        for (long pid : running) {
          Signals.send(signal, pid);
          Signals.send("CONT", pid);
        }
        sent = signal;
      }
      pause();
      running = running();
      if (waited.compareTo(UNTIL_GIVING_UP) > 0) {
        throw new EmbeddedPostgresException(
            "A PostgreSQL of an earlier start still runs on "
                + data
                + " and cannot be stopped: "
                + running);
      }
    }
  }

  private static String signalAfter(Duration waited) {
    if (waited.compareTo(UNTIL_QUIT) < 0) {
      return "INT";
    }
    return waited.compareTo(UNTIL_KILL) < 0 ? "QUIT" : "KILL";
  }

  /** The postmaster of this data and, once that is gone, the processes it left alone. */
  private List<Long> running() throws IOException {
    List<Long> all = processes().filter(this::isOurs).toList();
    List<Long> postmaster = all.stream().filter(this::isPostmaster).toList();
    return postmaster.isEmpty() ? all : postmaster;
  }

  private static Stream<Long> processes() throws IOException {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .toList()
          .stream();
    }
  }

  private boolean isOurs(long pid) {
    return read(pid, "comm").strip().equals("postgres") && (isPostmaster(pid) || isChild(pid));
  }

  /** A zombie has no command line any more, so it never counts. */
  private boolean isPostmaster(long pid) {
    return Arrays.asList(read(pid, "cmdline").split("\0", -1)).contains(data.toString());
  }

  private boolean isChild(long pid) {
    try {
      return Files.readSymbolicLink(PROC.resolve(Long.toString(pid)).resolve("cwd")).equals(data);
    } catch (IOException e) {
      return false; // gone, a zombie, or not ours to look at
    }
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(
          PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // gone meanwhile
    }
  }

  /**
   * PostgreSQL itself copes with the file of a process that is gone. It takes a zombie and a
   * recycled process id for a running server, so that file is removed here; but only when nobody is
   * attached to the shared memory it names, as PostgreSQL would check.
   */
  private void removeStalePidFile() throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
    String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (!pid.isEmpty() && !Files.exists(PROC.resolve(pid))) {
      return;
    }
    long started = System.nanoTime();
    while (lines.size() > 6 && isSharedMemoryInUse(lines.get(6))) {
      if (Duration.ofNanos(System.nanoTime() - started).compareTo(UNTIL_GIVING_UP) > 0) {
        throw new EmbeddedPostgresException(
            "Processes of a killed PostgreSQL are still attached to the memory of " + data);
      }
      pause();
    }
    Files.deleteIfExists(pidFile);
  }

  /**
   * The seventh line of the pid file is "key id"; so are the first columns of the kernel's table.
   */
  private static boolean isSharedMemoryInUse(String keyAndId) throws IOException {
    Path table = PROC.resolve("sysvipc/shm");
    String[] wanted = keyAndId.strip().split("\\s+");
    if (wanted.length != 2 || !Files.exists(table)) {
      return false;
    }
    return Files.readAllLines(table).stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(row -> row.length > 6 && row[1].equals(wanted[1]) && !row[6].equals("0"));
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      throw Command.interrupted(e);
    }
  }
}
