package io.tyto.server.identity.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.Tokens;
import io.tyto.server.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens of the caller. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {
  private final Tokens tokens;
  private final Access access;

  TokenController(Tokens tokens, Access access) {
    this.tokens = tokens;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<Tokens.View> listTokens() {
    return new Page<>(tokens.of(access.caller()), null, null);
  }

  @PostMapping
  @Needs(Permission.SIGNED_IN)
  ResponseEntity<NewTokenResponse> makeToken(@Valid @RequestBody TokenRequest wanted) {
    Tokens.Made made = tokens.make(access.caller(), wanted.name(), wanted.expiresAt());
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.view().id()))
        .body(NewTokenResponse.of(made));
  }

  @DeleteMapping("/{id}")
  @Needs(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeToken(@PathVariable String id) {
    tokens.revoke(access.caller(), id);
  }

  /**
   * @param expiresAt at most a year away; in 90 days when missing
   */
  record TokenRequest(@NotBlank @Size(max = 100) String name, @Nullable Instant expiresAt) {}

  /**
   * @param token shown this once
   */
  record NewTokenResponse(
      String id, String name, String hint, Instant createdAt, Instant expiresAt, String token) {

    static NewTokenResponse of(Tokens.Made made) {
      Tokens.View view = made.view();
      return new NewTokenResponse(
          view.id(), view.name(), view.hint(), view.createdAt(), view.expiresAt(), made.token());
    }

    @Override
    public String toString() {
      return "NewTokenResponse[" + id + "]";
    }
  }
}
