package io.tyto.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process at a time owns a home. The kernel drops the lock when the process ends. */
final class HomeLock implements AutoCloseable {

  /**
   * Homes of this JVM. Asked before the file is opened: closing any channel on a file drops every
   * POSIX lock this process holds on it, so a refused second start would free the first one's.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path home;
  private final FileChannel channel;

  private HomeLock(Path home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /** Throws {@link EmbeddedPostgresException} naming the owner when the home is taken. */
  static HomeLock take(Path home) throws IOException {
    Path key = home.toRealPath();
    if (!HELD.add(key)) {
      throw taken(home, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return open(key);
    } catch (IOException | RuntimeException e) {
      HELD.remove(key);
      throw e;
    }
  }

  private static HomeLock open(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(home, read(channel));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
          0);
      return new HomeLock(home, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer owner = ByteBuffer.allocate(20);
    channel.read(owner, 0);
    return new String(owner.array(), 0, owner.position(), StandardCharsets.UTF_8);
  }

  private static EmbeddedPostgresException taken(Path home, String owner) {
    return new EmbeddedPostgresException(
        "The database in "
            + home
            + " is in use by process "
            + owner
            + ". Stop that server, or give this one a data directory of its own (TYTO_DATA).");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(home);
  }
}
