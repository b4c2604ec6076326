package io.tyto.demo.process;

import io.tyto.demo.tell.DemoFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Server and simulated landscape as two programs of their own. Both end with this process, however
 * it ends: the server watches its starter's process id, the landscape its standard input.
 */
public final class Surroundings implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int USUAL_PORT = 8080;

  private final Workplace place;
  private final Child landscape;
  private final String adminPassword;
  private volatile Child server;
  private volatile boolean closing;

  private Surroundings(Workplace place, Child landscape, Child server, String adminPassword) {
    this.place = place;
    this.landscape = landscape;
    this.server = server;
    this.adminPassword = adminPassword;
  }

  /** Starts both at the same time and returns without waiting for them. */
  public static Surroundings start(Workplace place, String adminPassword) {
    Path root = root();
    Child landscape =
        Child.start(
            "The simulated landscape",
            List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar(root, "simulator/target/simulator.jar")),
            Map.of("SIMULATOR_PORT", "0"),
            place.file("simulator.log"),
            Pattern.compile("Simulator ready at (http://\\S+)"));
    try {
      return new Surroundings(
          place, landscape, server(root, place, adminPassword, port()), adminPassword);
    } catch (DemoFailure e) {
      landscape.close();
      throw e;
    }
  }

  private static Child server(Path root, Workplace place, String adminPassword, String port) {
    jar(root, "server/target/tyto.jar");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("TYTO_DATA", place.data().toString());
    settings.put("TYTO_PORT", port);
    settings.put("TYTO_ADMIN_PASSWORD", adminPassword);
    settings.put("TYTO_NETWORK_ALLOW_LOOPBACK", "true");
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put("JDK_JAVA_OPTIONS", "-Dtyto.launcher.pid=" + ProcessHandle.current().pid());
    return Child.start(
        "The server",
        serverCommand(root),
        settings,
        place.file("server.log"),
        Pattern.compile("Tyto ready at (http://\\S+)"));
  }

  /** On the cache of prepared classes where the build made one, as ./tyto start does. */
  private static List<String> serverCommand(Path root) {
    String quick = root.resolve("build/quick-start.sh").toString();
    return Child.succeeds(List.of("sh", quick, "check"))
        ? List.of("sh", quick, "run")
        : List.of(
            java(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar(root, "server/target/tyto.jar"));
  }

  /** Address of the control port. */
  public String landscapeUrl() {
    return landscape.address(LONGEST_START);
  }

  /** Address of the server, on the name people type. */
  public String serverUrl() {
    String address;
    try {
      address = server.address(LONGEST_START);
    } catch (DemoFailure e) {
      if (!lostItsPort()) {
        throw e;
      }
      server.close();
      server = server(root(), place, adminPassword, "0");
      address = server.address(LONGEST_START);
    }
    return address.replace("http://127.0.0.1:", "http://localhost:");
  }

  /** Somebody else took the port between our look at it and the server's start. */
  private boolean lostItsPort() {
    return givenPort().isEmpty()
        && server.lastLines().stream().anyMatch(line -> line.contains("already in use"));
  }

  public Workplace place() {
    return place;
  }

  public Child server() {
    return server;
  }

  /** Waits until one of the two ends by itself, and says which; never returns after a close. */
  public String awaitEnd() {
    while (true) {
      for (Child child : List.of(server, landscape)) {
        Optional<String> end = child.endingWithin(Duration.ofMillis(500));
        if (end.isPresent() && !closing) {
          return child.name() + " ended (" + end.get() + ").";
        }
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    server.close();
    landscape.close();
    place.close();
  }

  /** What was given, else 8080 when nobody listens there, else a free one. */
  private static String port() {
    if (givenPort().isPresent()) {
      return givenPort().get();
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT));
      return Integer.toString(USUAL_PORT);
    } catch (IOException taken) {
      return "0";
    }
  }

  private static Optional<String> givenPort() {
    return Optional.ofNullable(System.getenv("TYTO_PORT")).filter(port -> !port.isBlank());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String jar(Path root, String relative) {
    Path jar = root.resolve(relative);
    if (!Files.isRegularFile(jar)) {
      throw new DemoFailure(jar + " is missing. Run ./tyto build first.");
    }
    return jar.toString();
  }

  /** The folder of the sources: this jar lies in {@code demo/target} of it. */
  private static Path root() {
    try {
      Path here =
          Path.of(Surroundings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = here; folder != null; folder = folder.getParent()) {
        if (Files.isRegularFile(folder.resolve("server/pom.xml"))) {
          return folder;
        }
      }
      throw new DemoFailure("There are no sources of Tyto above " + here + ".");
    } catch (URISyntaxException e) {
      throw new DemoFailure("The demo cannot find its own jar.", e);
    }
  }
}
