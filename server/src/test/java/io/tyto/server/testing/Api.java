package io.tyto.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One client of the server: anonymous, signed in (cookies and CSRF header as a browser has them),
 * or with an API token. Paths start below {@code /api/v1}, or with {@code //} at the root.
 */
public final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Supplier<String> server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final @Nullable String token;

  Api(Supplier<String> server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  /** Reads the CSRF cookie first, then signs in; the session is this client's from then on. */
  public Answer signIn(String name, String password) {
    get("/session").expect(200);
    return post("/session", Map.of("username", name, "password", password));
  }

  public Answer get(String path) {
    return send("GET", path, null, UnaryOperator.identity());
  }

  /**
   * @param body map, record, JSON text, or null for none
   */
  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body, UnaryOperator.identity());
  }

  public Answer put(String path, @Nullable Object body) {
    return send("PUT", path, body, UnaryOperator.identity());
  }

  public Answer put(String path, int version, Object body) {
    return send("PUT", path, body, ifMatch(version));
  }

  public Answer patch(String path, int version, Object body) {
    return send("PATCH", path, body, ifMatch(version));
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, UnaryOperator.identity());
  }

  /**
   * @param more adds or replaces headers, for example {@code r -> r.header("Accept", "…")}
   */
  public Answer send(
      String method, String path, @Nullable Object body, UnaryOperator<HttpRequest.Builder> more) {
    byte[] bytes =
        switch (body) {
          case null -> new byte[0];
          case byte[] raw -> raw;
          case String text -> text.getBytes(StandardCharsets.UTF_8);
          default -> JSON.writeValueAsBytes(body);
        };
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    } else if (!method.equals("GET")) {
      String csrf = cookie("XSRF-TOKEN");
      if (csrf != null) {
        request.setHeader("X-XSRF-TOKEN", csrf);
      }
    }
    return exchange(method + " " + path, more.apply(request).build());
  }

  /** Sends a file as {@code multipart/form-data}, part {@code file}, beside plain fields. */
  public Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
    String boundary = "tyto-test-boundary";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        out.writeBytes(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)
                .getBytes(StandardCharsets.UTF_8)));
    out.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        out.toByteArray(),
        request -> request.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary));
  }

  public URI uri(String path) {
    return URI.create(
        path.startsWith("//") ? server.get() + path.substring(1) : server.get() + "/api/v1" + path);
  }

  /** The underlying client with its cookies, for streams. */
  public HttpClient http() {
    return http;
  }

  public @Nullable String cookie(String name) {
    for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
      if (cookie.getName().equals(name) || cookie.getName().equals("__Host-" + name)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  private Answer exchange(String call, HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(call, answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(call, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(call, stopped);
    }
  }

  private static UnaryOperator<HttpRequest.Builder> ifMatch(int version) {
    return request -> request.setHeader("If-Match", "\"" + version + "\"");
  }
}
