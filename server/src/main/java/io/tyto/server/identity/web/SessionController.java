package io.tyto.server.identity.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.SignIn;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
  private final SignIn signIn;
  private final Users users;
  private final Access access;
  private final SessionAuthenticationStrategy onSignIn;

  SessionController(
      SignIn signIn, Users users, Access access, SessionAuthenticationStrategy onSignIn) {
    this.signIn = signIn;
    this.users = users;
    this.access = access;
    this.onSignIn = onSignIn;
  }

  @GetMapping
  @Needs(Permission.ANYONE)
  SessionResponse readSession(HttpServletRequest request) {
    setCsrfCookie(request);
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    if (found == null || !(found.getPrincipal() instanceof Actor actor)) {
      return new SessionResponse(null, null);
    }
    HttpSession session = actor.kind() == Actor.Kind.PERSON ? request.getSession(false) : null;
    return new SessionResponse(
        users.find(actor.id()).map(UserResponse::of).orElse(null),
        session == null ? null : signIn.endOf(session));
  }

  @PostMapping
  @Needs(Permission.ANYONE)
  SessionResponse signIn(
      @Valid @RequestBody SignInRequest wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    UserView user = signIn.check(wanted.name(), wanted.password());
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    Instant ends = signIn.remember(request.getSession(true), user.id());
    onSignIn.onAuthentication(
        new PreAuthenticatedAuthenticationToken(user.name(), ""), request, response);
    setCsrfCookie(request);
    return new SessionResponse(UserResponse.of(user), ends);
  }

  @DeleteMapping
  @Needs(Permission.ANYONE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Ends all sessions of the caller, this one too. */
  @PostMapping("/password")
  @Needs(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@Valid @RequestBody PasswordRequest wanted) {
    signIn.changePassword(access.caller(), wanted.current(), wanted.next());
  }

  /** Reading the token is what makes the chain write its cookie. */
  private static void setCsrfCookie(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }

  /** Credentials of a person. */
  record SignInRequest(@NotBlank String username, @NotNull String password) {
    String name() {
      return username;
    }

    @Override
    public String toString() {
      return "SignInRequest[]";
    }
  }

  /** The password of the caller, old and new. */
  record PasswordRequest(@NotNull String current, @NotNull String next) {

    @Override
    public String toString() {
      return "PasswordRequest[]";
    }
  }

  /**
   * @param user null when nobody is signed in
   */
  record SessionResponse(@Nullable UserResponse user, @Nullable Instant expiresAt) {}
}
