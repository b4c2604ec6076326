package io.tyto.server.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A disk of its own for the database, in memory, which can be full. Only root may make one. */
final class LimitedDisk implements AutoCloseable {
  private static final int CHUNK = 1 << 20;

  private final Path folder;
  private final boolean mounted;

  private LimitedDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** A plain folder where mounting is not allowed, or not wanted. */
  static LimitedDisk at(Path folder, boolean wanted) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        wanted && done("mount", "-t", "tmpfs", "-o", "size=3g,mode=755", "tyto", folder.toString());
    return new LimitedDisk(folder, mounted);
  }

  Path folder() {
    return folder;
  }

  boolean limited() {
    return mounted;
  }

  /** Takes all the space that is left. */
  void fill() {
    byte[] nothing = new byte[CHUNK];
    for (int size = CHUNK; size >= 512; size /= 8) {
      try (OutputStream out =
          Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(nothing, 0, size);
        }
      } catch (IOException full) {
        // So it shall be.
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static boolean done(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      done("umount", "-l", folder.toString());
    }
  }
}
