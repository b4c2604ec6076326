package io.tyto.demo.process;

import io.tyto.demo.tell.DemoFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one demo: logs, documents and below it the server's data. */
public final class Workplace implements AutoCloseable {
  private static final String DATA = "data";

  private final Path folder;
  private final Path data;
  private final boolean kept;
  private volatile boolean logsKept;

  private Workplace(Path folder, Path data, boolean kept) {
    this.folder = folder;
    this.data = data;
    this.kept = kept;
  }

  /**
   * A temporary folder; the server's data lie below it, or in the directory that was named, which
   * must be new or empty and is kept.
   *
   * @param keep keeps the temporary folder
   */
  public static Workplace open(@Nullable String named, boolean keep) {
    try {
      Path folder = Files.createTempDirectory("tyto-demo-");
      // The embedded database may run as another user, who has to get through.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      if (named == null || named.isBlank()) {
        return new Workplace(folder, folder.resolve(DATA), keep);
      }
      Path data = Path.of(named).toAbsolutePath().normalize();
      if (Files.exists(data) && !isEmptyFolder(data)) {
        Files.delete(folder);
        throw new DemoFailure(
            "TYTO_DATA names " + data + ", which is not empty. The demo needs a fresh folder.");
      }
      return new Workplace(folder, data, keep);
    } catch (IOException e) {
      throw new DemoFailure("The demo cannot make its folder: " + e.getMessage(), e);
    }
  }

  private static boolean isEmptyFolder(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return false;
    }
    try (Stream<Path> children = Files.list(data)) {
      return children.findAny().isEmpty();
    }
  }

  public Path data() {
    return data;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Keeps a document and says where. */
  public Path save(String name, byte[] content) {
    try {
      return Files.write(file(name), content);
    } catch (IOException e) {
      throw new DemoFailure("Cannot write " + file(name) + ": " + e.getMessage(), e);
    }
  }

  /** Something went wrong: the logs stay, for a look at them. */
  public void keepLogs() {
    logsKept = true;
  }

  /** Removes the folder unless it is kept. A data directory that was named lies elsewhere. */
  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      Path rest = logsKept ? folder.resolve(DATA) : folder;
      if (Files.exists(rest)) {
        Files.walkFileTree(rest, new Removal());
      }
    } catch (IOException e) {
      System.err.println("The folder " + folder + " could not be removed: " + e.getMessage());
    }
  }

  /** Files first, then their folder. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      if (failed != null) {
        throw failed;
      }
      Files.deleteIfExists(Objects.requireNonNull(folder));
      return FileVisitResult.CONTINUE;
    }
  }
}
