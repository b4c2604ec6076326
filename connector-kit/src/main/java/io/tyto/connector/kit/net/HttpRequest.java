package io.tyto.connector.kit.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request with its whole address.
 *
 * @param timeout for the whole call, connecting and reading included
 * @param guard asked when the connection stands, right before the first byte; null when nothing is
 *     to be asked
 */
public record HttpRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    byte @Nullable [] body,
    Duration timeout,
    @Nullable Runnable guard) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }
}
