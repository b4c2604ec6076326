package io.tyto;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Main class of the jar. On Java 25 it is the server itself; on an older Java, for which this one
 * class is compiled, it starts the jar again on a Java 25 of this machine. That process ends when
 * this one does, however it ends. Exit 78 when there is no Java 25.
 */
public final class Launcher {

  private static final int WANTED = 25;
  private static final int NO_JAVA = 78;
  private static final String PARENT = "tyto.launcher.pid";
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Launcher() {}

  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() >= WANTED) {
      Long parent = Long.getLong(PARENT);
      if (parent != null) {
        endWith(parent);
      }
      // By name: this class is compiled for a Java that cannot read the other's class file.
      Class.forName("io.tyto.server.TytoApplication")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
      return;
    }
    Path java = findJava();
    if (java == null) {
      System.err.println(
          "Tyto needs Java " + WANTED + "; this is Java " + Runtime.version().feature() + ".");
      System.err.println(
          "Install one (for example Temurin " + WANTED + ") or let JAVA_HOME name it.");
      System.exit(NO_JAVA);
    }
    System.exit(runOn(java, arguments));
  }

  private static int runOn(Path java, String[] arguments) throws Exception {
    Process server = new ProcessBuilder(command(java, arguments)).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "end-server"));
    return server.waitFor();
  }

  private static List<String> command(Path java, String[] arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    String classPath = System.getProperty("java.class.path");
    if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, Launcher.class.getName()));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  private static void end(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(60, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }

  /** A parent that was killed cannot say so, but its child gets another parent. */
  private static void endWith(long parent) {
    Thread watch =
        new Thread(
            () -> {
              while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L)
                  == parent) {
                pause(250);
              }
              Thread halt =
                  new Thread(
                      () -> {
                        pause(30_000);
                        Runtime.getRuntime().halt(143);
                      },
                      "halt");
              halt.setDaemon(true);
              halt.start();
              System.exit(143);
            },
            "watch-launcher");
    watch.setDaemon(true);
    watch.start();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path findJava() {
    List<Path> homes = new ArrayList<>();
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null && !javaHome.isBlank()) {
      homes.add(Path.of(javaHome));
    }
    String path = System.getenv("PATH");
    for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
      addHomeOfProgram(homes, Path.of(folder, "java"));
    }
    String user = System.getProperty("user.home");
    addChildren(homes, Path.of("/usr/lib/jvm"), "");
    addChildren(homes, Path.of("/opt"), "");
    addChildren(homes, Path.of("/opt/java"), "");
    addChildren(homes, Path.of(user, ".sdkman/candidates/java"), "");
    addChildren(homes, Path.of("/Library/Java/JavaVirtualMachines"), "Contents/Home");
    return homes.stream()
        .filter(home -> feature(home) >= WANTED)
        .map(home -> home.resolve("bin").resolve("java"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static void addHomeOfProgram(List<Path> homes, Path program) {
    try {
      Path bin = program.toRealPath().getParent();
      if (bin != null && bin.getParent() != null) {
        homes.add(bin.getParent());
      }
    } catch (IOException e) {
      // No such program in that folder.
    }
  }

  private static void addChildren(List<Path> homes, Path folder, String below) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(child -> homes.add(child.resolve(below)));
    } catch (IOException e) {
      // No such folder on this machine.
    }
  }

  /** The version in a JDK's own description; 0 when there is none. */
  private static int feature(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
