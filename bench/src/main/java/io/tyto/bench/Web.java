package io.tyto.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP with the cookies of a browser. */
final class Web {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final String base;
  private @Nullable String token;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

  Web(String base) {
    this.base = base;
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  JsonNode send(String method, String path, @Nullable Object body) {
    HttpResponse<byte[]> answer = answer(method, path, body);
    return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  /** What a read cost, its answer thrown away. */
  Cost cost(String path) {
    long before = System.nanoTime();
    int bytes = answer("GET", path, null).body().length;
    return new Cost(bytes, (System.nanoTime() - before) / 1e6);
  }

  /**
   * @param bytes of the body, not compressed
   */
  record Cost(int bytes, double millis) {}

  private HttpResponse<byte[]> answer(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(5))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    // What is changed here was just made.
    if (method.equals("PATCH")) {
      request.header("If-Match", "1");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
      if (cookie.getName().equals("XSRF-TOKEN")) {
        request.header("X-XSRF-TOKEN", cookie.getValue());
      }
    }
    HttpResponse<byte[]> answer = exchange(request.build());
    if (answer.statusCode() / 100 != 2) {
      throw new BenchException(
          "%s %s answered %d: %s"
              .formatted(
                  method,
                  path,
                  answer.statusCode(),
                  new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
    }
    return answer;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new BenchException(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  /** Stays a person: what tokens may not do. */
  void signInAsPerson(String name, String password) {
    get("/api/v1/session");
    post("/api/v1/session", Map.of("username", name, "password", password));
    get("/api/v1/session");
  }

  /** As a browser does, the CSRF cookie first; goes on with a token, which writes no session. */
  void signIn(String name, String password) {
    signInAsPerson(name, password);
    token = post("/api/v1/tokens", Map.of("name", "bench")).path("token").asString();
    cookies.getCookieStore().removeAll();
  }
}
