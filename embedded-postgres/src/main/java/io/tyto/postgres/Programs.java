package io.tyto.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar into the home. */
record Programs(Path folder) {

  /** Also the prefix of the folder's name: a new version is unpacked beside the old one. */
  static final String VERSION = "18.6";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  static Programs unpackInto(Path home) throws IOException {
    String name = "postgresql-" + VERSION;
    Path folder = home.resolve(name);
    if (!Files.isDirectory(folder)) {
      checkPlatform();
      Folders.deleteMatching(home, child -> child.startsWith("unpacking-"));
      Path fresh = Files.createDirectory(home.resolve("unpacking-" + name));
      unpack(fresh);
      Folders.mode(fresh, "rwxr-xr-x");
      Command.succeeds(List.of("sync", "-f", fresh.toString()));
      Folders.publish(fresh, folder);
    }
    Folders.deleteMatching(home, child -> child.startsWith("postgresql-") && !child.equals(name));
    return new Programs(folder);
  }

  /** A command line of one of the programs. */
  List<String> command(String program, List<String> arguments) {
    String path = folder.resolve("bin").resolve(program).toString();
    return Stream.concat(Stream.of(path), arguments.stream()).toList();
  }

  private static void checkPlatform() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL runs on Linux x86-64 only, this is "
              + system
              + ". Use a PostgreSQL of your own (TYTO_DATABASE_URL).");
    }
  }

  private static void unpack(Path folder) throws IOException {
    try (InputStream packed = Programs.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new EmbeddedPostgresException(ARCHIVE + " is not on the class path");
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(folder, entry, tar);
      }
    }
  }

  private static void unpack(Path folder, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("Entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      makeFolder(folder, target);
      return;
    }
    makeFolder(folder, target.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Folders.mode(target, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
  }

  /** Readable by everybody whatever the umask: PostgreSQL may run as another user. */
  private static void makeFolder(Path top, Path folder) throws IOException {
    Path made = top;
    for (Path name : top.relativize(folder)) {
      made = made.resolve(name);
      if (!Files.isDirectory(made)) {
        Files.createDirectory(made);
        Folders.mode(made, "rwxr-xr-x");
      }
    }
  }
}
