package io.tyto.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One folder per test JVM, named {@code run-<process id>-<random>}. */
final class RunFolders {

  private RunFolders() {}

  static String ofThisProcess() {
    return "run-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  }

  /** Removes what killed test JVMs left behind. */
  static void removeAbandoned(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children.filter(RunFolders::isAbandoned).toList().forEach(RunFolders::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAbandoned(Path child) {
    String[] parts = child.getFileName().toString().split("-", 3);
    if (parts.length < 3 || !parts[0].equals("run")) {
      return false;
    }
    long pid = Long.parseLong(parts[1]);
    // Our own number on a folder we have not made yet belonged to a process before us.
    return pid == ProcessHandle.current().pid()
        || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Another test JVM was quicker.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
