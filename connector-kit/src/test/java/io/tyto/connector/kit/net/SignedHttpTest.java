package io.tyto.connector.kit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tyto.connector.kit.auth.BasicSigner;
import io.tyto.connector.kit.auth.CsrfHttp;
import io.tyto.connector.kit.auth.OAuthClient;
import io.tyto.connector.kit.auth.OAuthSigner;
import io.tyto.connector.kit.auth.TokenCache;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignedHttpTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<CallObserver.Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final HttpTransport transport =
      new HttpTransport(new NetworkPolicy(List.of(), true, Set::of), 1 << 20);
  private final TokenCache tokens = new TokenCache(Clock.systemUTC());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    transport.close();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    String sign = exchange.getRequestHeaders().getFirst("Authorization");
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sign + " " + sent);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private BoundHttp oauth(String secret) {
    OAuthClient client = new OAuthClient("c:1", base(), "sb-x!b1|it!b2", () -> secret);
    return new SignedHttp(
        transport, base(), new OAuthSigner(transport, tokens, client), new RateGate(), calls::add);
  }

  private BoundHttp basic(URI base) {
    return new SignedHttp(
        transport, base, new BasicSigner("u", () -> "p"), new RateGate(), calls::add);
  }

  @Test
  void signsInByBasicAndRenewsAnExpiredTokenOnce() {
    server.createContext(
        "/oauth/token",
        exchange ->
            answer(
                exchange,
                200,
                "{\"access_token\":\"t"
                    + seen.size()
                    + "\",\"token_type\":\"bearer\",\"expires_in\":43199}"));
    server.createContext(
        "/api",
        exchange -> {
          boolean first =
              "Bearer t0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          answer(exchange, first ? 401 : 200, "ok");
        });

    HttpAnswer answer = oauth("s3cret").send(HttpCall.get("/api/x?a=1&access_token=hide"));

    assertThat(answer.text()).isEqualTo("ok");
    assertThat(seen)
        .containsExactly(
            "POST /oauth/token Basic c2IteCFiMXxpdCFiMjpzM2NyZXQ= grant_type=client_credentials",
            "GET /api/x?a=1&access_token=hide Bearer t0 ",
            "POST /oauth/token Basic c2IteCFiMXxpdCFiMjpzM2NyZXQ= grant_type=client_credentials",
            "GET /api/x?a=1&access_token=hide Bearer t2 ");
    assertThat(calls)
        .extracting(CallObserver.Call::path)
        .containsOnly("/api/x?a=1&access_token=***");
  }

  @Test
  void fallsBackToTheFormAndNamesTheEndpointsOwnReason() {
    server.createContext(
        "/oauth/token",
        exchange ->
            answer(
                exchange,
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"Bad credentials s3cret\"}"));
    Fault fault = faultOf(() -> oauth("s3cret").send(HttpCall.get("/api/x")));
    assertThat(fault.kind()).isEqualTo(Kind.UNAUTHENTICATED);
    assertThat(fault.message()).contains("Bad credentials").doesNotContain("s3cret");
    assertThat(seen).hasSize(2);
    assertThat(seen.get(1)).contains("client_id=sb-x%21b1%7Cit%21b2").contains("client_secret=");
  }

  @Test
  void waitsOutAShortPauseAndHandsOverALongOne() {
    server.createContext(
        "/short",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          answer(exchange, seen.isEmpty() ? 429 : 200, "");
        });
    server.createContext(
        "/long",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "60");
          answer(exchange, 429, "");
        });
    BoundHttp http = basic(base());
    assertThat(http.send(HttpCall.get("/short")).status()).isEqualTo(200);
    assertThat(seen).hasSize(2);
    assertThat(http.send(HttpCall.get("/long")).status()).isEqualTo(429);
    Fault fault = faultOf(() -> http.send(HttpCall.get("/short")));
    assertThat(fault.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    assertThat(fault.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    assertThat(seen).hasSize(3);
  }

  @Test
  void tellsNothingSentFromNoAnswer() throws IOException {
    URI closed = closedPort();
    assertThat(faultOf(() -> basic(closed).send(HttpCall.get("/"))).kind())
        .isEqualTo(Kind.UNREACHABLE);
    Fault unknown =
        faultOf(() -> basic(URI.create("https://no-such-host.invalid")).send(HttpCall.get("/")));
    assertThat(unknown.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(unknown.message()).contains("no-such-host.invalid").contains("unknown");
    assertThat(
            faultOf(() -> basic(URI.create("https://169.254.169.254")).send(HttpCall.get("/")))
                .kind())
        .isEqualTo(Kind.BLOCKED);
    assertThat(faultOf(() -> basic(base("https")).send(HttpCall.get("/"))).kind())
        .isEqualTo(Kind.UNREACHABLE);

    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> closeAfterReading(mute));
      BoundHttp http = basic(URI.create("http://127.0.0.1:" + mute.getLocalPort()));
      assertThat(faultOf(() -> http.send(HttpCall.post("/"))).kind()).isEqualTo(Kind.UNKNOWN);
    }
  }

  @Test
  void asksTheGuardAfterEveryWaitAndSendsNothingWhenItThrows() {
    server.createContext(
        "/deploy",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          answer(exchange, 429, "");
        });
    IllegalStateException elsewhere = new IllegalStateException("somebody else has it");
    Runnable once =
        () -> {
          if (!seen.isEmpty()) {
            throw elsewhere;
          }
        };
    HttpCall deploy = HttpCall.post("/deploy").guardedBy(once).accept("text/plain");
    assertThatThrownBy(() -> basic(base()).send(deploy)).isSameAs(elsewhere);
    assertThat(seen).hasSize(1);
    assertThat(basic(base()).send(HttpCall.post("/deploy").guardedBy(() -> {})).status())
        .isEqualTo(429);
  }

  @Test
  void endsACallAtItsTimeout() {
    server.createContext("/slow", exchange -> {});
    Fault fault =
        faultOf(() -> basic(base()).send(HttpCall.get("/slow").timeout(Duration.ofMillis(200))));
    assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(fault.message()).contains("in time");
  }

  @Test
  void refusesAnAnswerAboveTheCapAndFollowsNoRedirect() {
    server.createContext("/big", exchange -> answer(exchange, 200, "x".repeat((1 << 20) + 1)));
    server.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/big");
          answer(exchange, 302, "");
        });
    assertThat(faultOf(() -> basic(base()).send(HttpCall.get("/big"))).kind())
        .isEqualTo(Kind.MALFORMED);
    assertThat(basic(base()).send(HttpCall.get("/away")).status()).isEqualTo(302);
  }

  @Test
  void staysOnItsBase() {
    BoundHttp http = basic(URI.create(base() + "/api"));
    for (String path : List.of("/../x", "/a/%2e%2e/x", "/a/../../x")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> http.send(HttpCall.get(path)));
    }
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> basic(base()).send(HttpCall.get("/\\evil")));
  }

  @Test
  void fetchesACsrfTokenAndAgainWhenRequired() {
    server.createContext(
        "/",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("X-CSRF-Token");
          String cookie = exchange.getRequestHeaders().getFirst("Cookie");
          if ("Fetch".equals(token)) {
            exchange.getResponseHeaders().add("X-CSRF-Token", "t" + seen.size());
            exchange
                .getResponseHeaders()
                .add("Set-Cookie", "SID=" + seen.size() + "; Path=/; HttpOnly");
            answer(exchange, 200, "");
          } else if ("t2".equals(token) && "SID=2".equals(cookie)) {
            answer(exchange, 201, "");
          } else {
            exchange.getResponseHeaders().add("X-CSRF-Token", "Required");
            answer(exchange, 403, "");
          }
        });
    BoundHttp http = new CsrfHttp(basic(base()), "/fetch");
    assertThat(http.send(HttpCall.post("/do").body("text/plain", "x")).status()).isEqualTo(201);
    assertThat(seen).hasSize(4);
  }

  private URI base(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  private static URI closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static void closeAfterReading(ServerSocket mute) {
    try (Socket socket = mute.accept()) {
      int first = socket.getInputStream().read();
      assertThat(first).isPositive();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fault faultOf(Runnable call) {
    try {
      call.run();
    } catch (FaultException e) {
      return e.fault();
    }
    throw new AssertionError("no fault");
  }
}
