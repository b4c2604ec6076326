package io.tyto.demo.client;

import io.tyto.demo.tell.DemoFailure;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests to one address with cookies, as a browser keeps them. */
final class Wire {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String base;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Wire(String base) {
    this.base = base;
  }

  /**
   * @param body text as it is, anything else as JSON, null for none
   */
  Reply send(String method, String path, @Nullable Object body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      String text = body instanceof String given ? given : JSON.writeValueAsString(body);
      request.method(method, HttpRequest.BodyPublishers.ofString(text));
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    String call = method + " " + path;
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(call, answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new DemoFailure(call + " at " + base + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure(call + " was interrupted.", e);
    }
  }

  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }
}
