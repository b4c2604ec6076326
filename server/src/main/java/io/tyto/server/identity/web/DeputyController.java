package io.tyto.server.identity.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deputies of the caller, and those for whom the caller is one. */
@RestController
@RequestMapping("/api/v1/deputies")
class DeputyController {
  private final Deputies deputies;
  private final Access access;

  DeputyController(Deputies deputies, Access access) {
    this.deputies = deputies;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<Deputies.View> listDeputies() {
    return new Page<>(deputies.of(access.caller()), null, null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Permission.SIGNED_IN)
  Deputies.View nameDeputy(@Valid @RequestBody DeputyRequest wanted) {
    return deputies.name(access.caller(), wanted.deputy(), wanted.from(), wanted.until());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.SIGNED_IN)
  void endDeputy(@PathVariable String id) {
    deputies.end(access.caller(), id);
  }

  /**
   * @param deputy sign-in name
   */
  record DeputyRequest(@NotBlank String deputy, @NotNull Instant from, @NotNull Instant until) {}
}
