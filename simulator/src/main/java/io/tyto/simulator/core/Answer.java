package io.tyto.simulator.core;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with this answer; thrown where no further work may be done. */
public final class Answer extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String contentType;
  private final transient byte[] body;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Answer(int status, String contentType, byte[] body) {
    super("HTTP " + status, null, false, false);
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  public static Answer json(int status, Object value) {
    return new Answer(status, Json.TYPE, Json.bytes(value));
  }

  public static Answer text(int status, String contentType, String body) {
    return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public void write(Context ctx) {
    headers.forEach(ctx::header);
    ctx.status(status).contentType(contentType).result(body);
  }
}
