package io.tyto.connector.kit.wire;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Names what an answer other than 2xx means.
 *
 * <p>502, 503 and 504 mean UNAVAILABLE to a reading call and UNKNOWN to a changing one: a gateway
 * may have given up after the work was done. 500 is REFUSED, because SAP systems answer business
 * errors with it.
 */
public final class Faults {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final int EXCERPT = 500;

  /** What an answer says in its own words. */
  public record Said(@Nullable String code, String message) {}

  /**
   * @throws FaultException when the answer is not 2xx
   */
  public static HttpAnswer require(HttpCall call, HttpAnswer answer, String who) {
    if (!answer.isSuccess()) {
      throw new FaultException(of(call.method(), answer, who));
    }
    return answer;
  }

  /**
   * @param who begins the sentence, for example {@code Cloud ALM}
   */
  public static Fault of(HttpCall call, HttpAnswer answer, String who) {
    return of(call.method(), answer, who);
  }

  public static Fault of(String method, HttpAnswer answer, String who) {
    Kind kind = kind(SAFE.contains(method), answer.status());
    Said said = said(answer);
    String code = said.code() == null ? Integer.toString(answer.status()) : said.code();
    return new Fault(
        kind,
        who
            + " "
            + sentence(kind, answer.status())
            + (said.message().isEmpty() ? "." : ": ")
            + short500(said.message()),
        RetryAfter.of(answer).orElse(null),
        code,
        excerpt(answer, said));
  }

  /**
   * Reads {@code {"message"}}, {@code {"error":{"code","message"}}} (message a text or an object
   * with {@code value}), {@code {"error","error_description"}}, and strips tags from anything else.
   */
  public static Said said(HttpAnswer answer) {
    JsonNode root = Json.tryRead(answer).orElse(null);
    if (root == null || !root.isObject()) {
      return new Said(null, plain(answer));
    }
    JsonNode error = root.path("error");
    if (error.isObject()) {
      JsonNode message = error.path("message");
      String words = message.isObject() ? Json.text(message, "value") : Json.text(error, "message");
      return new Said(Json.text(error, "code"), words == null ? "" : words);
    }
    String code = error.isValueNode() ? Json.text(root, "error") : Json.text(root, "code");
    for (String field : new String[] {"message", "error_description", "detail", "description"}) {
      String words = Json.text(root, field);
      if (words != null) {
        return new Said(code, words);
      }
    }
    return new Said(code, code == null ? "" : code);
  }

  /** The body without tags and with single spaces; for HTML and XML error pages. */
  public static String plain(HttpAnswer answer) {
    String text = answer.text();
    String bare =
        text.replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ").replaceAll("<[^>]{0,2000}>", " ");
    return bare.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  public static String short500(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "…";
  }

  private static @Nullable String excerpt(HttpAnswer answer, Said said) {
    String id =
        answer.header("x-correlationid").or(() -> answer.header("x-correlation-id")).orElse("");
    String text = id.isEmpty() ? said.message() : said.message() + " [x-correlationid " + id + "]";
    return text.isBlank() ? null : short500(text.strip());
  }

  private static Kind kind(boolean reading, int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHENTICATED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 409, 412, 423 -> Kind.CONFLICT;
      case 429 -> Kind.TOO_MANY_REQUESTS;
      case 502, 503, 504 -> reading ? Kind.UNAVAILABLE : Kind.UNKNOWN;
      default -> status < 400 ? Kind.MALFORMED : Kind.REFUSED;
    };
  }

  private static String sentence(Kind kind, int status) {
    return switch (kind) {
      case UNAUTHENTICATED -> "did not accept the sign-in (401)";
      case FORBIDDEN -> "does not allow this (403)";
      case NOT_FOUND -> "does not know this (" + status + ")";
      case CONFLICT -> "reports a conflict (" + status + ")";
      case TOO_MANY_REQUESTS -> "asks for a pause (429)";
      case UNAVAILABLE -> "cannot be reached behind its gateway (" + status + ")";
      case UNKNOWN -> "answered through a gateway only (" + status + "); it may have done it";
      case MALFORMED -> "answered in an unexpected way (" + status + "); check the address";
      case REFUSED, UNREACHABLE, BLOCKED -> "said no (" + status + ")";
    };
  }

  private Faults() {}
}
