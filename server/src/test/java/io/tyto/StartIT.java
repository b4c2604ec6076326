package io.tyto;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, started as its operator starts it. */
class StartIT {

  @TempDir Path data;

  @Test
  void runsOnItsTrainedCacheWithinItsMemory() throws Exception {
    try (PackagedServer server = start(PackagedServer.quickStart())) {
      assertThat(health(server.url())).isEqualTo(200);
      Path process = Path.of("/proc", Long.toString(server.process().pid()));
      assertThat(Files.readAllLines(process.resolve("maps")))
          .as("an unused cache makes the start slow without a word")
          .anyMatch(line -> line.endsWith("tyto.aot"));
      assertThat(residentMegabytes(process)).isLessThanOrEqualTo(400);
    }
  }

  @Test
  void runsOnOlderJavaAndLeavesNothingBehindWhenKilled() throws Exception {
    List<ProcessHandle> started;
    try (PackagedServer launcher =
        start(List.of(OlderJava.find().toString(), "-jar", PackagedServer.jar().toString()))) {
      assertThat(health(launcher.url())).isEqualTo(200);
      started = launcher.process().descendants().toList();
      assertThat(started).as("the server and its database").hasSizeGreaterThan(1);
      launcher.kill();
    }
    for (ProcessHandle process : started) {
      process.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  private PackagedServer start(List<String> command) throws Exception {
    return new PackagedServer(command, data, Map.of()).start();
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
}
