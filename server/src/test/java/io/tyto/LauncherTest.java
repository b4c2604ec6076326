package io.tyto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real older Java of this machine, with a server that only says that it runs. */
class LauncherTest {

  private static final String SERVER =
      """
      package io.tyto.server;
      public class TytoApplication {
        public static void main(String[] arguments) throws Exception {
          System.out.println(ProcessHandle.current().pid() + " " + Runtime.version().feature()
              + " " + System.getProperty("kept") + " " + String.join(",", arguments));
          if (arguments.length > 0 && arguments[0].equals("end")) {
            System.exit(7);
          }
          Thread.sleep(60_000);
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void compileServer() throws Exception {
    Path source = folder.resolve("TytoApplication.java");
    Files.writeString(source, SERVER);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), source.toString()))
        .isZero();
  }

  @Test
  void isTheServerItselfOnTheRightJava() throws Exception {
    Process launcher = start(javaOf(Path.of(System.getProperty("java.home"))), "a", "b c");
    try {
      assertThat(launcher.inputReader().readLine())
          .isEqualTo(launcher.pid() + " " + Runtime.version().feature() + " yes a,b c");
    } finally {
      launcher.destroyForcibly();
    }
  }

  @Test
  void startsServerOnNewerJavaAndHandsOverItsExit() throws Exception {
    Process launcher = start(OlderJava.find(), "end", "b c");
    String[] said = launcher.inputReader().readLine().split(" ", 4);
    assertThat(said[0]).isNotEqualTo(Long.toString(launcher.pid()));
    assertThat(Integer.parseInt(said[1])).isGreaterThanOrEqualTo(25);
    assertThat(said[2]).isEqualTo("yes");
    assertThat(said[3]).isEqualTo("end,b c");
    assertThat(launcher.waitFor()).isEqualTo(7);
  }

  @Test
  void serverEndsWhenItsLauncherIsKilled() throws Exception {
    Process launcher = start(OlderJava.find());
    ProcessHandle server = serverOf(launcher);
    launcher.destroyForcibly();
    assertThat(server.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void serverEndsBeforeItsLauncherWhenThatIsAskedToEnd() throws Exception {
    Process launcher = start(OlderJava.find());
    ProcessHandle server = serverOf(launcher);
    launcher.destroy();
    assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void saysInTwoLinesWhatIsMissing() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    List<String> hidden =
        List.of(
            "unshare",
            "-m",
            "--",
            "sh",
            "-c",
            "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"",
            empty.toString(),
            System.getProperty("java.home"));
    Process able = new ProcessBuilder(concat(hidden, List.of("true"))).start();
    assumeThat(able.waitFor()).as("may hide folders").isZero();
    Process launcher = start(concat(concat(hidden, command(OlderJava.find())), List.of("end")));
    String said = new String(launcher.getErrorStream().readAllBytes());
    assumeThat(launcher.waitFor()).as("found another Java 25, ran the server").isNotEqualTo(7);
    assertThat(said.lines()).hasSize(2);
    assertThat(said).contains("needs Java 25").contains("JAVA_HOME");
    assertThat(launcher.waitFor()).isEqualTo(78);
  }

  private Process start(Path java, String... arguments) throws IOException {
    return start(concat(command(java), List.of(arguments)));
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).start();
  }

  private List<String> command(Path java) throws IOException {
    URI classes = URI.create(Launcher.class.getResource("Launcher.class").toString());
    // The real server lies beside the launcher: ours must be found first.
    String classPath = folder + ":" + Path.of(classes).getParent().getParent().getParent();
    return List.of(java.toString(), "-Dkept=yes", "-cp", classPath, Launcher.class.getName());
  }

  private static ProcessHandle serverOf(Process launcher) throws IOException {
    long pid = Long.parseLong(launcher.inputReader().readLine().split(" ", 2)[0]);
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static Path javaOf(Path home) {
    return home.resolve("bin").resolve("java");
  }

  private static List<String> concat(List<String> one, List<String> two) {
    List<String> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }
}
