package io.tyto.connector.kit.auth;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.tyto.connector.kit.auth.TokenCache.Token;
import io.tyto.connector.kit.net.HttpRequest;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.Signer;
import io.tyto.connector.kit.wire.Echo;
import io.tyto.connector.kit.wire.Faults;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs by an OAuth token of the client credentials grant.
 *
 * <p>Id and secret go by Basic as they are; RFC 6749 would have them URL-encoded, but XSUAA takes
 * an id such as {@code sb-x!b12|it!b34} unencoded. When the endpoint answers 401 to that, they go
 * once more in the form, encoded (facts: Cloud ALM 1.3). An endpoint that names no lifetime gets 12
 * hours.
 */
public final class OAuthSigner implements Signer {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration UNNAMED_LIFETIME = Duration.ofHours(12);

  private final HttpTransport transport;
  private final TokenCache cache;
  private final OAuthClient client;

  public OAuthSigner(HttpTransport transport, TokenCache cache, OAuthClient client) {
    this.transport = transport;
    this.cache = cache;
    this.client = client;
  }

  /**
   * @throws FaultException UNAUTHENTICATED with the endpoint's own words when it refuses; never
   *     UNKNOWN, since the signed call was not sent
   */
  @Override
  public Signature sign() {
    return Signature.authorization("Bearer " + cache.token(client, this::fetch));
  }

  @Override
  public boolean rejected(Signature signature) {
    String value = signature.headers().getOrDefault("Authorization", "");
    cache.drop(client, value.substring(Math.min(value.length(), "Bearer ".length())));
    return true;
  }

  private Token fetch() {
    String secret = client.secret().get();
    String basic = BasicSigner.value(client.clientId(), secret);
    HttpAnswer answer = post(Map.of(), basic);
    if (answer.status() == 401) {
      Map<String, List<String>> inForm =
          Map.of("client_id", List.of(client.clientId()), "client_secret", List.of(secret));
      answer = post(inForm, "");
    }
    return token(Echo.without(Echo.secretsOf(basic), answer));
  }

  private HttpAnswer post(Map<String, List<String>> more, String authorization) {
    Map<String, List<String>> form =
        new LinkedHashMap<>(new ClientCredentialsGrant().toParameters());
    form.putAll(more);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    byte[] body = URLUtils.serializeParameters(form).getBytes(StandardCharsets.UTF_8);
    try {
      return transport.send(
          new HttpRequest("POST", client.tokenUrl(), headers, body, TIMEOUT, null));
    } catch (FaultException e) {
      if (e.fault().kind() != Kind.UNKNOWN) {
        throw e;
      }
      String message = "The token endpoint " + client.tokenUrl().getHost() + " gave no answer.";
      throw new FaultException(Fault.of(Kind.UNREACHABLE, message), e);
    }
  }

  private Token token(HttpAnswer answer) {
    if (answer.status() >= 500 || answer.status() == 429 || answer.status() / 100 == 3) {
      throw new FaultException(Faults.of("GET", answer, "The token endpoint"));
    }
    try {
      HTTPResponse response = new HTTPResponse(answer.status());
      response.setContentType(answer.header("content-type").orElse("application/json"));
      response.setBody(answer.text());
      TokenResponse parsed = TokenResponse.parse(response);
      if (!parsed.indicatesSuccess()) {
        throw refused(answer, parsed.toErrorResponse());
      }
      var token = parsed.toSuccessResponse().getTokens().getAccessToken();
      Duration lifetime =
          token.getLifetime() > 0 ? Duration.ofSeconds(token.getLifetime()) : UNNAMED_LIFETIME;
      return new Token(token.getValue(), lifetime);
    } catch (ParseException e) {
      // The cause quotes the answer, which may hold a token: it is not passed on.
      throw new FaultException(unreadable(answer));
    }
  }

  private FaultException refused(HttpAnswer answer, TokenErrorResponse error) {
    var object = error.getErrorObject();
    String said = object == null ? null : object.getDescription();
    String code = object == null ? null : object.getCode();
    String words = said != null ? said : code != null ? code : "status " + answer.status();
    String message =
        "The token endpoint "
            + client.tokenUrl().getHost()
            + " refused the sign-in: "
            + Faults.short500(words);
    return new FaultException(new Fault(Kind.UNAUTHENTICATED, message, null, code, null));
  }

  private Fault unreadable(HttpAnswer answer) {
    String place = "The token endpoint " + client.tokenUrl().getHost();
    if (answer.status() == 404) {
      return Fault.of(Kind.NOT_FOUND, place + " has no such path; check the token URL.");
    }
    return answer.isSuccess()
        ? Fault.of(Kind.MALFORMED, place + " did not answer with a token; check the token URL.")
        : Fault.of(
            Kind.UNAUTHENTICATED, place + " refused the sign-in: status " + answer.status() + ".");
  }
}
