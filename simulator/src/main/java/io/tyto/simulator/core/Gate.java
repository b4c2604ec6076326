package io.tyto.simulator.core;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Stands before and behind every route of a system: request log, rate limit, latency and faults.
 */
final class Gate {
  private static final List<String> EARLY =
      List.of(
          "expired-token",
          "too-many-requests",
          "business-error",
          "bad-gateway",
          "unreachable",
          "slow");
  private static final List<String> LATE =
      List.of("answer-lost", "truncated", "bad-gateway-after-work", "html", "slow-answer");
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final SimulatedSystem system;
  private final Desk desk;
  private final Deque<Instant> recent = new ArrayDeque<>();

  Gate(SimulatedSystem system) {
    this.system = system;
    this.desk = system.desk();
  }

  void before(Context ctx) throws InterruptedException {
    ctx.attribute("line", desk.requests().arrived(ctx.method().toString(), target(ctx)));
    int latency = desk.switches().number("latency-millis");
    if (latency > 0) {
      Thread.sleep(latency);
    }
    boolean token = ctx.path().endsWith("/oauth/token");
    if (!token) {
      limit();
    }
    var fault = desk.faults().take(subject(ctx), EARLY);
    if (fault.isPresent()) {
      strike(ctx, fault.get());
    }
  }

  void after(Context ctx) throws IOException, InterruptedException {
    RequestLog.Line line = ctx.attribute("line");
    if (line != null) {
      line.answered(ctx.statusCode());
    }
    if (ctx.attribute("cut") != null) {
      cut(ctx);
      return;
    }
    var fault = desk.faults().take(subject(ctx), LATE);
    if (fault.isPresent()) {
      spoil(ctx, fault.get());
    }
  }

  void reset() {
    synchronized (recent) {
      recent.clear();
    }
  }

  private void limit() {
    int limit = desk.switches().number("rate-limit");
    if (limit <= 0) {
      return;
    }
    Instant now = desk.clock().instant();
    synchronized (recent) {
      while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WINDOW))) {
        recent.removeFirst();
      }
      if (recent.size() < limit) {
        recent.addLast(now);
        return;
      }
      Instant first = recent.getFirst();
      Duration wait = Duration.between(now, first.plus(WINDOW));
      throw tooMany(String.valueOf(Math.max(1, wait.toSeconds() + 1)));
    }
  }

  private Answer tooMany(String seconds) {
    Answer answer = system.tooManyRequests();
    return desk.switches().is("retry-after", "present")
        ? answer.header("Retry-After", seconds)
        : answer;
  }

  private void strike(Context ctx, Faults.Fault fault) throws InterruptedException {
    switch (fault.kind()) {
      case "expired-token" -> {
        system.expireToken(ctx);
        throw system.unauthorized(ctx);
      }
      case "too-many-requests" -> throw tooMany(fault.valueOr("1"));
      case "business-error" ->
          throw system.businessError(ctx, fault.valueOr("An error occurred in the application"));
      case "bad-gateway" -> throw badGateway();
      case "unreachable" -> {
        ctx.attribute("cut", true);
        throw Answer.text(503, "text/plain", "");
      }
      default -> Thread.sleep(Long.parseLong(fault.valueOr("1000")));
    }
  }

  private static Answer badGateway() {
    return Answer.text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  private static void spoil(Context ctx, Faults.Fault fault)
      throws IOException, InterruptedException {
    switch (fault.kind()) {
      case "answer-lost" -> cut(ctx);
      case "bad-gateway-after-work" -> badGateway().write(ctx);
      case "slow-answer" -> Thread.sleep(Long.parseLong(fault.valueOr("1000")));
      case "html" -> ctx.contentType("text/html").result("<html><body>Please log on</body></html>");
      default -> truncate(ctx);
    }
  }

  private static void truncate(Context ctx) throws IOException {
    InputStream whole = ctx.resultInputStream();
    byte[] body = whole == null ? new byte[0] : whole.readAllBytes();
    ctx.res().setStatus(ctx.statusCode());
    ctx.res().setContentLength(body.length);
    ctx.res().getOutputStream().write(body, 0, body.length / 2);
    ctx.res().flushBuffer();
    cut(ctx);
  }

  /** Closes the connection under the answer: the caller sees it end without one. */
  private static void cut(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static String subject(Context ctx) {
    return ctx.method() + " " + target(ctx);
  }

  private static String target(Context ctx) {
    String query = ctx.req().getQueryString();
    String path = ctx.req().getRequestURI();
    return query == null ? path : path + "?" + query;
  }
}
