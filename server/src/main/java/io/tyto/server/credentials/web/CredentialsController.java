package io.tyto.server.credentials.web;

import io.tyto.server.credentials.CredentialInput;
import io.tyto.server.credentials.CredentialQuery;
import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.CredentialView;
import io.tyto.server.credentials.Credentials;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /credentials}: secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/credentials")
class CredentialsController {
  private final Credentials credentials;
  private final Access access;

  CredentialsController(Credentials credentials, Access access) {
    this.credentials = credentials;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.CREDENTIALS_READ)
  Page<CredentialView> list(
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String scope,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String sort,
      PageQuery page) {
    return credentials.list(
        access.caller(), new CredentialQuery(typeOf(type), scopeOf(scope), text(q), sort, page));
  }

  @GetMapping("/{id}")
  @Needs(Permission.CREDENTIALS_READ)
  CredentialView get(@PathVariable String id) {
    return credentials.get(access.caller(), id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Permission.CREDENTIALS_EDIT)
  CredentialView create(@RequestBody CredentialInput input) {
    return credentials.create(access.caller(), input);
  }

  @PatchMapping("/{id}")
  @Needs(Permission.CREDENTIALS_EDIT)
  CredentialView change(
      @PathVariable String id, ExpectedVersion version, @RequestBody CredentialInput input) {
    return credentials.change(access.caller(), id, version.value(), input);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.CREDENTIALS_EDIT)
  void remove(@PathVariable String id) {
    credentials.remove(access.caller(), id);
  }

  private static @Nullable CredentialType typeOf(@Nullable String word) {
    return word == null || word.isBlank() ? null : CredentialType.of(word);
  }

  private static @Nullable CredentialScope scopeOf(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    return Arrays.stream(CredentialScope.values())
        .filter(scope -> scope.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> Refusal.at("scope", GeneralRefusal.INVALID, "scope is GLOBAL or PRIVATE."));
  }

  private static @Nullable String text(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    if (q.strip().length() < 3) {
      throw Refusal.at("q", GeneralRefusal.INVALID, "A search needs three characters.");
    }
    return q.strip();
  }
}
