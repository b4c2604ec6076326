package io.tyto.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that starts a database and inserts rows for as long as it lives. */
final class ServerInAnotherProcess implements AutoCloseable {

  private final Process jvm;
  private final BufferedReader output;

  private ServerInAnotherProcess(Process jvm) {
    this.jvm = jvm;
    this.output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
  }

  static ServerInAnotherProcess start(EmbeddedPostgresOptions options) throws IOException {
    return start(
        options.home(), options.programs(), List.of(), System.getProperty("java.class.path"));
  }

  /** Runs as user 65534 on copies of the class path it may read. */
  static ServerInAnotherProcess startAsPlainUser(Path home, Path classes) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path from = Path.of(entry);
      Path to = classes.resolve(copies.size() + "-" + from.getFileName());
      Folders.copy(from, to);
      copies.add(to.toString());
    }
    for (Path folder : List.of(home, classes)) {
      RunAs.NOBODY.own(folder);
    }
    return start(
        home,
        home,
        List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"),
        String.join(":", copies));
  }

  private static ServerInAnotherProcess start(
      Path home, Path programs, List<String> prefix, String classPath) throws IOException {
    List<String> command =
        Stream.concat(
                prefix.stream(),
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    InsertForEver.class.getName(),
                    home.toString(),
                    programs.toString()))
            .toList();
    Path errors = Files.createTempFile("insert-for-ever", ".log");
    errors.toFile().deleteOnExit();
    return new ServerInAnotherProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(errors.toFile()))
            .start());
  }

  /** The next line: first the postmaster's process id, then each row once it is committed. */
  long next() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("The other process ended");
    }
    return Long.parseLong(line);
  }

  /** Kills without any farewell; answers the last row the process could still tell of. */
  long kill() throws IOException, InterruptedException {
    Signals.send("KILL", jvm.pid()); // Process.destroy would throw the output away
    long last = 0;
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (!line.isEmpty()) {
        last = Long.parseLong(line);
      }
    }
    jvm.waitFor();
    return last;
  }

  @Override
  public void close() {
    jvm.destroyForcibly();
  }
}
