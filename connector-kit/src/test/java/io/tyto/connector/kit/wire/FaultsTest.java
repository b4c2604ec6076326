package io.tyto.connector.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(
        status,
        Map.of("x-correlationid", List.of("abc"), "retry-after", List.of("7")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEveryShapeOfError() {
    assertThat(Faults.said(answer(403, "{\"message\":\"no scope\"}")).message())
        .isEqualTo("no scope");
    assertThat(Faults.said(answer(400, "{\"error\":{\"code\":\"X1\",\"message\":\"bad\"}}")))
        .isEqualTo(new Faults.Said("X1", "bad"));
    assertThat(
            Faults.said(
                    answer(
                        500,
                        "{\"error\":{\"code\":\"X\",\"message\":{\"lang\":\"en\",\"value\":\"v2\"}}}"))
                .message())
        .isEqualTo("v2");
    assertThat(
            Faults.said(answer(401, "{\"error\":\"unauthorized\",\"error_description\":\"Bad\"}")))
        .isEqualTo(new Faults.Said("unauthorized", "Bad"));
    assertThat(
            Faults.said(
                    answer(
                        502, "<html><style>x{}</style><body><h1>Bad</h1>\n Gateway</body></html>"))
                .message())
        .isEqualTo("Bad Gateway");
  }

  @Test
  void tellsReadingFromChanging() {
    assertThat(Faults.of("GET", answer(502, ""), "It").kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(Faults.of("POST", answer(502, ""), "It").kind()).isEqualTo(Kind.UNKNOWN);
    Fault busy = Faults.of("GET", answer(429, "x".repeat(900)), "It");
    assertThat(busy.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(busy.excerpt()).hasSize(500);
    assertThat(Faults.of("POST", answer(500, ""), "It").kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void readsODataInEitherSpelling() {
    ODataPage<?> shortForm =
        ODataPage.of(
            answer(200, "{\"@count\":\"57\",\"value\":[{}],\"@nextLink\":\"Features?$skip=1\"}"));
    assertThat(shortForm.count()).isEqualTo(57);
    assertThat(shortForm.nextPath("/calm-features/v1"))
        .hasValue("/calm-features/v1/Features?$skip=1");
    ODataPage<?> longForm =
        ODataPage.of(
            answer(
                200,
                """
                {"@odata.count":3,"value":[],"@odata.nextLink":
                 "https://inner/api/calm-features/v1/Features?$skiptoken=a b"}\
                """));
    assertThat(longForm.count()).isEqualTo(3);
    assertThat(longForm.nextPath("/calm-features/v1"))
        .hasValue("/calm-features/v1/Features?$skiptoken=a%20b");
    ODataPage<?> two = ODataPage.of(answer(200, "{\"d\":{\"results\":[{},{}],\"__count\":\"2\"}}"));
    assertThat(two.rows()).hasSize(2);
    assertThat(two.count()).isEqualTo(2);
  }

  @Test
  void refusesTruncatedJsonAndForeignLinks() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> ODataPage.of(answer(200, "{\"value\":[{\"a\":1},")));
    ODataPage<?> page =
        ODataPage.of(answer(200, "{\"value\":[],\"@nextLink\":\"https://x/evil/Features\"}"));
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> page.nextPath("/calm-features/v1"));
  }
}
