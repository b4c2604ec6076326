package io.tyto.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How PostgreSQL, which refuses to run as root, is started by whoever runs this JVM. */
enum RunAs {
  /** A plain user: as that user. */
  SELF(-1, List.of()),

  /** Root: in a user namespace of its own, where it is nobody; the files stay root's. */
  USER_NAMESPACE(0, List.of("unshare", "-U", "--")),

  /** Root where user namespaces are closed (many containers): as user 65534, who owns the data. */
  NOBODY(65534, List.of());

  private final int owner;
  private final List<String> prefix;

  RunAs(int owner, List<String> prefix) {
    this.owner = owner;
    this.prefix = prefix;
  }

  static RunAs detect() throws IOException {
    int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (uid != 0) {
      return SELF;
    }
    return Command.succeeds(List.of("unshare", "-U", "--", "true")) ? USER_NAMESPACE : NOBODY;
  }

  /**
   * The command line that also dies with this JVM.
   *
   * @param deathSignal sent by the kernel when the <em>thread</em> that started the process ends
   */
  List<String> wrap(String deathSignal, List<String> command) {
    Stream<String> setpriv = Stream.of("setpriv", "--pdeathsig", deathSignal);
    Stream<String> user =
        this == NOBODY
            ? Stream.of("--reuid", "65534", "--regid", "65534", "--clear-groups")
            : Stream.empty();
    return Stream.of(prefix.stream(), setpriv, user, Stream.of("--"), command.stream())
        .flatMap(part -> part)
        .toList();
  }

  /** Gives the folder to the user PostgreSQL will run as; also after a change of the way to run. */
  void own(Path folder) throws IOException {
    if (owner < 0 || uidOf(folder) == owner) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      // The folder itself comes last, so that an interrupted change is taken up again.
      for (Path file : files.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList()) {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Fails with advice when the user PostgreSQL will run as cannot get to the folder. */
  void checkReach(Path folder) {
    if (this == NOBODY
        && !Command.succeeds(wrap("KILL", List.of("test", "-r", folder.toString())))) {
      throw new EmbeddedPostgresException(
          "PostgreSQL cannot run as root, user namespaces are closed here, and user 65534 cannot"
              + " reach "
              + folder
              + ". Run Tyto as a plain user, or choose a data directory (TYTO_DATA) whose parents"
              + " everybody may enter.");
    }
  }

  private static int uidOf(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
