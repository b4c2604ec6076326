package io.tyto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, started as its operator starts it. */
class StartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path JAR = MODULE.resolve("target").resolve("tyto.jar");

  @TempDir Path data;

  @Test
  void runsOnItsTrainedCacheWithinItsMemory() throws Exception {
    Path script = MODULE.resolveSibling("build").resolve("quick-start.sh");
    Process server = start(List.of(script.toString(), "run"));
    try {
      assertThat(health(awaitReady(server))).isEqualTo(200);
      Path process = Path.of("/proc", Long.toString(server.pid()));
      assertThat(Files.readAllLines(process.resolve("maps")))
          .as("an unused cache makes the start slow without a word")
          .anyMatch(line -> line.endsWith("tyto.aot"));
      assertThat(residentMegabytes(process)).isLessThanOrEqualTo(400);
    } finally {
      end(server);
    }
  }

  @Test
  void runsOnOlderJavaAndLeavesNothingBehindWhenKilled() throws Exception {
    Process launcher = start(List.of(OlderJava.find().toString(), "-jar", JAR.toString()));
    List<ProcessHandle> started;
    try {
      assertThat(health(awaitReady(launcher))).isEqualTo(200);
      started = launcher.descendants().toList();
      assertThat(started).as("the server and its database").hasSizeGreaterThan(1);
    } finally {
      launcher.destroyForcibly();
    }
    for (ProcessHandle process : started) {
      process.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("output").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "TYTO_PORT", "0",
                "TYTO_DATA", data.resolve("tyto").toString()));
    return builder.start();
  }

  private String awaitReady(Process server) throws Exception {
    String ready = "Tyto ready at ";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = server.waitFor(100, TimeUnit.MILLISECONDS);
      List<String> output = Files.readAllLines(data.resolve("output"));
      for (String line : output) {
        if (line.startsWith(ready)) {
          return line.substring(ready.length());
        }
      }
      if (ended) {
        throw new AssertionError("The server ended: " + String.join("\n", output));
      }
    }
    throw new AssertionError("Not ready: " + Files.readString(data.resolve("output")));
  }

  private static int health(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/actuator/health")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static long residentMegabytes(Path process) throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }
  }

  private static void end(Process server) throws InterruptedException {
    server.destroy();
    if (!server.waitFor(60, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }
}
