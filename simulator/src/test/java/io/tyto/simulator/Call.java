package io.tyto.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client for tests: sends what it is told and shows what came back. */
public final class Call {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private String authorization = "";

  public Call(String base) {
    this.base = base;
  }

  /** An answer with its body as JSON where it is JSON. */
  public record Got(int status, String text, HttpResponse<String> response) {
    public JsonNode json() {
      return JSON.readTree(text);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Call basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    return this;
  }

  public Call bearer(String token) {
    authorization = "Bearer " + token;
    return this;
  }

  /** Fetches a token with client credentials and uses it from now on. */
  public Call login(String id, String secret) throws IOException, InterruptedException {
    basic(id, secret);
    return bearer(
        form("/oauth/token", "grant_type=client_credentials")
            .json()
            .get("access_token")
            .asString());
  }

  public Got form(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body, "application/x-www-form-urlencoded");
  }

  public Got get(String path) throws IOException, InterruptedException {
    return send("GET", path, "", "");
  }

  public Got send(String method, String path, String body, String contentType, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Got(answer.statusCode(), answer.body(), answer);
  }

  public Got json(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(method, path, body, "application/json", headers);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
