package io.tyto.simulator.cpi;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.core.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A caller of one tenant over HTTP. */
final class Tenant {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String url;
  private final String authorization;

  private Tenant(String url, String authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  static Tenant of(Simulator simulator, String id) {
    Tenant basic = basic(simulator, id);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(simulator.url(id) + "/oauth/token?grant_type=client_credentials"))
            .header("Authorization", basic.authorization)
            .POST(BodyPublishers.noBody())
            .build();
    String token = json(send(request).body()).path("access_token").asString();
    return new Tenant(simulator.url(id), "Bearer " + token);
  }

  static Tenant basic(Simulator simulator, String id) {
    String url = simulator.url(id);
    JsonNode key =
        Json.mapper()
            .<JsonNode>valueToTree(simulator.system(id).describe(url))
            .at("/serviceKey/oauth");
    String pair = key.path("clientid").asString() + ":" + key.path("clientsecret").asString();
    return new Tenant(url, "Basic " + base64(pair.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<byte[]> call(String verb, String path, String... headers) {
    return call(verb, path, new byte[0], headers);
  }

  HttpResponse<byte[]> call(String verb, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path))
            .header("Authorization", authorization)
            .method(verb, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<byte[]> send(String verb, String path, Map<String, ?> body) {
    return call(
        verb,
        path,
        Json.bytes(body),
        "Content-Type",
        "application/json",
        "Accept",
        "application/json");
  }

  JsonNode get(String path) {
    return json(call("GET", path, "Accept", "application/json").body());
  }

  HttpResponse<byte[]> deploy(String id) {
    return call("POST", "DeployIntegrationDesigntimeArtifact?Id='" + id + "'&Version='active'");
  }

  /** Runtime status, {@code 404} when there is no row. */
  String status(String id) {
    HttpResponse<byte[]> answer =
        call("GET", "IntegrationRuntimeArtifacts('" + id + "')", "Accept", "application/json");
    return answer.statusCode() == 404 ? "404" : json(answer.body()).at("/d/Status").asString();
  }

  static String flow(String id, String version) {
    return "IntegrationDesigntimeArtifacts(Id='" + encode(id) + "',Version='" + version + "')";
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static JsonNode json(byte[] body) {
    return Json.mapper().readTree(body);
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
