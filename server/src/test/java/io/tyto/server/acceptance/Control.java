package io.tyto.server.acceptance;

import io.tyto.server.testing.Tyto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control interface of the simulated landscape: arms faults, reads what was really done. */
final class Control {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String url;

  private Control(String url) {
    this.url = url;
  }

  static Control of(Tyto tyto) {
    return new Control(tyto.simulator().controlUrl());
  }

  /** Entries of a ledger of one action about one subject, oldest first. */
  List<JsonNode> done(String system, String action, String subject) {
    List<JsonNode> found = new ArrayList<>();
    get("/control/systems/" + system + "/ledger")
        .path("items")
        .forEach(entry -> {
          if (entry.path("action").asString().equals(action)
              && entry.path("subject").asString().equals(subject)) {
            found.add(entry);
          }
        });
    return found;
  }

  /**
   * @param path a regular expression searched in {@code METHOD path?query}
   */
  void arm(String system, String kind, String path, int times, String value) {
    send(
        "POST",
        "/control/systems/" + system + "/faults",
        JSON.writeValueAsBytes(Map.of("kind", kind, "path", path, "times", times, "value", value)));
  }

  void disarm(String system) {
    send("DELETE", "/control/systems/" + system + "/faults", new byte[0]);
  }

  /** Puts an artifact there, as a developer of that tenant would. */
  void place(String tenant, String home, String artifact, String version, byte[] zip) {
    send(
        "PUT",
        "/control/systems/%s/artifacts/%s?package=%s&version=%s"
            .formatted(tenant, artifact, home, version),
        zip);
  }

  /** Somebody deploys it in the tenant, and it is being started that long. */
  void deployByHand(String tenant, String artifact, String takes) {
    send(
        "POST",
        "/control/systems/%s/artifacts/%s/deployment?takes=%s".formatted(tenant, artifact, takes),
        new byte[0]);
  }

  /** What a tenant shows of one artifact; empty when it is not there. */
  JsonNode artifact(String tenant, String artifact) {
    for (JsonNode item : get("/control/systems/" + tenant + "/artifacts").path("items")) {
      if (item.path("id").asString().equals(artifact)) {
        return item;
      }
    }
    return JSON.createObjectNode();
  }

  JsonNode get(String path) {
    return JSON.readTree(send("GET", path, new byte[0]));
  }

  JsonNode post(String path, Map<String, ?> body) {
    return JSON.readTree(send("POST", path, JSON.writeValueAsBytes(body)));
  }

  private byte[] send(String method, String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + " " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
