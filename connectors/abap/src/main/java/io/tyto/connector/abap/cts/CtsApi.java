package io.tyto.connector.abap.cts;

import io.tyto.connector.kit.auth.CsrfHttp;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Transport requests of one system over ADT.
 *
 * <p>Every method throws {@link FaultException} for what the system refuses or fails to answer.
 */
public final class CtsApi {
  private static final String ROOT = "/sap/bc/adt/cts/transportrequests";
  private static final String TREE =
      "application/vnd.sap.adt.transportorganizertree.v1+xml,"
          + " application/vnd.sap.adt.transportorganizer.v1+xml";
  private static final String ORGANIZER = "application/vnd.sap.adt.transportorganizer.v1+xml";
  private static final Duration RELEASE_TIMEOUT = Duration.ofMinutes(5);

  private final BoundHttp http;
  private final String client;

  public CtsApi(BoundHttp http, String client) {
    this.client = "sap-client=" + encode(client);
    this.http = new CsrfHttp(http, logonPath(client));
  }

  /** A cheap reading call that every release answers. */
  public static String logonPath(String client) {
    return "/sap/bc/adt/discovery?sap-client=" + encode(client);
  }

  /**
   * @param user owner, {@code *} for all
   * @param status letters of TRSTATUS, {@code D} and {@code R}
   */
  public List<TransportRequest> list(String user, String status) {
    return TransportXml.requests(readAs(listPath(user, status), TREE).body());
  }

  /** Both spellings of the target parameter are in use (facts: 3.2). */
  public String listPath(String user, String status) {
    return "%s?user=%s&target=true&targets=true&requestType=KWT&requestStatus=%s&%s"
        .formatted(ROOT, encode(user), encode(status), client);
  }

  /** The request of that number, or of the task of that number; empty when there is none. */
  public Optional<TransportRequest> find(String number) {
    Optional<TransportRequest> asked = read(number);
    boolean task = asked.isPresent() && !asked.get().number().equals(number);
    return task ? read(asked.get().number()) : asked;
  }

  /** Not idempotent, and 200 does not mean released: read the report, then the request. */
  public ReleaseReport release(String number) {
    HttpCall call =
        HttpCall.post(ROOT + "/" + encode(number) + "/newreleasejobs?" + client)
            .accept("application/*")
            .timeout(RELEASE_TIMEOUT);
    return TransportXml.report(require(call, http.send(call)).body());
  }

  private Optional<TransportRequest> read(String number) {
    String path = ROOT + "/" + encode(number) + "?" + client;
    HttpAnswer answer = ask(path, ORGANIZER);
    if (AdtFaults.unknownNumber(answer)) {
      return Optional.empty();
    }
    require(HttpCall.get(path), answer);
    Optional<TransportRequest> request = TransportXml.request(answer.body());
    if (request.isEmpty()) {
      String message = "The system's answer for " + number + " holds no transport request.";
      throw new FaultException(Fault.of(Fault.Kind.MALFORMED, message));
    }
    return request;
  }

  private HttpAnswer readAs(String path, String mediaTypes) {
    return require(HttpCall.get(path), ask(path, mediaTypes));
  }

  /** Releases differ in the types they know: 406 is asked again without a wish. */
  private HttpAnswer ask(String path, String mediaTypes) {
    HttpAnswer answer = http.send(HttpCall.get(path).accept(mediaTypes));
    return answer.status() == 406 ? http.send(HttpCall.get(path).accept("*/*")) : answer;
  }

  private static HttpAnswer require(HttpCall call, HttpAnswer answer) {
    if (!answer.isSuccess()) {
      throw new FaultException(AdtFaults.of(call, answer));
    }
    return answer;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
