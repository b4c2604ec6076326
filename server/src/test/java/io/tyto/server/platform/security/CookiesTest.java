package io.tyto.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.TytoSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

class CookiesTest {

  @Test
  void belongToOneHostAndTravelEncryptedWhenTheAddressIsHttps() {
    List<String> cookies = cookies("https://tyto.example.com");
    assertThat(cookies).hasSize(2);
    assertThat(cookies)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Secure", "; Path=/")
                .doesNotContain("Domain"));
    assertThat(cookies.getFirst()).contains("; HttpOnly", "; SameSite=Strict");
  }

  @Test
  void havePlainNamesOtherwise() {
    assertThat(cookies("http://localhost:8080"))
        .satisfiesExactly(
            session -> assertThat(session).startsWith("TYTO-SESSION=").doesNotContain("Secure"),
            csrf -> assertThat(csrf).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
  }

  private static List<String> cookies(String publicUrl) {
    TytoSettings settings =
        new TytoSettings(
            Path.of("data"), "", "", "", null, "", URI.create(publicUrl), List.of(), false);
    SecurityConfiguration security = new SecurityConfiguration(settings);
    MockHttpServletRequest request = new MockHttpServletRequest();
    MockHttpServletResponse response = new MockHttpServletResponse();
    security
        .sessionCookie()
        .writeCookieValue(new CookieSerializer.CookieValue(request, response, "value"));
    var tokens = security.csrfTokens();
    tokens.saveToken(tokens.generateToken(request), request, response);
    return response.getHeaders("Set-Cookie");
  }
}
