package io.tyto.server.platform.security;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Callers;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.TytoSettings;
import io.tyto.server.platform.problems.Problem;
import io.tyto.server.platform.problems.ProblemWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * One chain for everything. It finds the caller and guards the browser; permissions are checked
 * behind it by {@code @Needs}, so that they stand at the method they protect.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final Problem SIGN_IN = Problem.of(401, "unauthenticated", "Sign in first.");

  private final TytoSettings settings;

  SecurityConfiguration(TytoSettings settings) {
    this.settings = settings;
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      Callers callers,
      Access access,
      CookieCsrfTokenRepository csrfTokens,
      ProblemWriter problems) {
    return http.securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        // Signing in is our controller's; the filter would take every call for a fresh sign-in.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf(csrf, csrfTokens))
        .headers(headers -> Headers.write(headers, settings.https()))
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint(
                    (request, response, why) -> problems.write(response, SIGN_IN))
                .accessDeniedHandler(new Denied(problems)))
        .addFilterBefore(new CrossSiteFilter(problems), CsrfFilter.class)
        .addFilterBefore(new BodyLimitFilter(problems), CsrfFilter.class)
        .addFilterBefore(new CallerFilter(callers, problems), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .access((who, context) -> mayWatch(who, context, access))
                .anyRequest()
                .permitAll())
        .build();
  }

  private static void csrf(CsrfConfigurer<HttpSecurity> csrf, CookieCsrfTokenRepository tokens) {
    csrf.spa();
    csrf.csrfTokenRepository(tokens);
    csrf.requireCsrfProtectionMatcher(request ->
        Paths.isUnsafe(request) && !Paths.isHook(request) && Bearer.of(request).isEmpty());
  }

  /** Figures of the machine: for auditors, and for a collector on the same machine. */
  private static AuthorizationDecision mayWatch(
      Supplier<? extends Authentication> who, RequestAuthorizationContext context, Access access) {
    Authentication caller = who.get();
    boolean auditor =
        caller != null
            && caller.getPrincipal() instanceof Actor actor
            && access.may(actor.id(), Permission.AUDIT_READ);
    return new AuthorizationDecision(auditor || isLocal(context));
  }

  private static boolean isLocal(RequestAuthorizationContext context) {
    try {
      return context.getRequest().getHeader("X-Forwarded-For") == null
          && InetAddress.getByName(context.getRequest().getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  @Bean
  CookieCsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName(settings.https() ? "__Host-XSRF-TOKEN" : "XSRF-TOKEN");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.secure(settings.https()).sameSite("Strict"));
    return tokens;
  }

  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.https() ? "__Host-TYTO-SESSION" : "TYTO-SESSION");
    cookie.setUseSecureCookie(settings.https());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    cookie.setCookiePath("/");
    return cookie;
  }

  /** What signing in does besides remembering who: a fresh CSRF token. */
  @Bean
  SessionAuthenticationStrategy onSignIn(CookieCsrfTokenRepository csrfTokens) {
    return new CsrfAuthenticationStrategy(csrfTokens);
  }
}
