package io.tyto.spi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call relative to a bound base address.
 *
 * @param path begins with "/" and is appended to the base; path and query encoded already
 * @param headers never Authorization: the bound client adds it
 * @param guard asked last, after every wait, sign-in and connecting, right before the call goes
 *     out; what it throws is thrown, and nothing was sent
 */
public record HttpCall(
    String method,
    String path,
    Map<String, String> headers,
    byte @Nullable [] body,
    Duration timeout,
    @Nullable Runnable guard) {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  public HttpCall {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("path must begin with one slash: " + path);
    }
    headers = Map.copyOf(headers);
  }

  public static HttpCall get(String path) {
    return new HttpCall("GET", path, Map.of(), null, TIMEOUT, null);
  }

  public static HttpCall post(String path) {
    return new HttpCall("POST", path, Map.of(), null, TIMEOUT, null);
  }

  public static HttpCall put(String path) {
    return new HttpCall("PUT", path, Map.of(), null, TIMEOUT, null);
  }

  public static HttpCall patch(String path) {
    return new HttpCall("PATCH", path, Map.of(), null, TIMEOUT, null);
  }

  public static HttpCall delete(String path) {
    return new HttpCall("DELETE", path, Map.of(), null, TIMEOUT, null);
  }

  public HttpCall header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpCall(method, path, more, body, timeout, guard);
  }

  public HttpCall accept(String mediaType) {
    return header("Accept", mediaType);
  }

  public HttpCall body(String mediaType, byte[] content) {
    HttpCall typed = header("Content-Type", mediaType);
    return new HttpCall(method, path, typed.headers, content, timeout, guard);
  }

  public HttpCall body(String mediaType, String content) {
    return body(mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  public HttpCall timeout(Duration longest) {
    return new HttpCall(method, path, headers, body, longest, guard);
  }

  public HttpCall guardedBy(Runnable check) {
    return new HttpCall(method, path, headers, body, timeout, check);
  }
}
