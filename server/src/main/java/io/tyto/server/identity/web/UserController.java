package io.tyto.server.identity.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Accounts;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users of this server. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {
  private final Accounts accounts;
  private final Access access;

  UserController(Accounts accounts, Access access) {
    this.accounts = accounts;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.USERS_READ)
  Page<UserResponse> listUsers(PageQuery page, @RequestParam(required = false) @Nullable String q) {
    return accounts.list(page, q == null || q.isBlank() ? null : q).map(UserResponse::of);
  }

  @PostMapping
  @Needs(Permission.USERS_EDIT)
  ResponseEntity<UserResponse> createUser(@Valid @RequestBody NewUserRequest wanted) {
    UserResponse made =
        UserResponse.of(
            accounts.create(
                access.caller(),
                new Accounts.NewUser(
                    wanted.name(),
                    wanted.displayName() == null ? wanted.name() : wanted.displayName(),
                    wanted.email(),
                    wanted.password(),
                    roles(wanted.roles()),
                    AliasBody.read(wanted.aliases()))));
    return ResponseEntity.created(URI.create("/api/v1/users/" + made.id())).body(made);
  }

  @GetMapping("/{id}")
  @Needs(Permission.USERS_READ)
  UserResponse readUser(@PathVariable String id) {
    return UserResponse.of(accounts.get(new UserId(id)));
  }

  @PatchMapping("/{id}")
  @Needs(Permission.USERS_EDIT)
  UserResponse changeUser(
      @PathVariable String id, ExpectedVersion seen, @Valid @RequestBody UserChangeRequest change) {
    return UserResponse.of(
        accounts.change(
            access.caller(),
            new UserId(id),
            seen,
            new Accounts.Change(
                change.displayName(),
                change.email(),
                change.password(),
                change.roles() == null ? null : roles(change.roles()),
                change.aliases() == null ? null : AliasBody.read(change.aliases()))));
  }

  @PostMapping("/{id}/lock")
  @Needs(Permission.USERS_EDIT)
  UserResponse lockUser(@PathVariable String id) {
    return UserResponse.of(accounts.lock(access.caller(), new UserId(id)));
  }

  @PostMapping("/{id}/unlock")
  @Needs(Permission.USERS_EDIT)
  UserResponse unlockUser(@PathVariable String id) {
    return UserResponse.of(accounts.unlock(access.caller(), new UserId(id)));
  }

  private static Set<ServerRole> roles(@Nullable List<String> words) {
    Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
    for (String word : words == null ? List.<String>of() : words) {
      roles.add(
          ServerRole.of(word)
              .orElseThrow(() ->
                  Refusal.at(
                      "roles",
                      GeneralRefusal.INVALID,
                      "Roles of the whole server are admin and auditor, not " + word + ".")));
    }
    return roles;
  }

  /** A user to make. */
  record NewUserRequest(
      @NotNull
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}",
              message = "has letters, digits and . _ @ - only, at most 64")
          String name,
      @Size(max = 200) @Nullable String displayName,
      @Email @Size(max = 200) @Nullable String email,
      @Nullable String password,
      @Nullable List<String> roles,
      @Nullable List<@Valid AliasBody> aliases) {

    @Override
    public String toString() {
      return "NewUserRequest[" + name + "]";
    }
  }

  /** What to change; what is missing stays. */
  record UserChangeRequest(
      @Size(min = 1, max = 200) @Nullable String displayName,
      @Email @Size(max = 200) @Nullable String email,
      @Nullable String password,
      @Nullable List<String> roles,
      @Nullable List<@Valid AliasBody> aliases) {

    @Override
    public String toString() {
      return "UserChangeRequest[]";
    }
  }
}
