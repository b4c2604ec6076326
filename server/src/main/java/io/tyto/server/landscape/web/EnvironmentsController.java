package io.tyto.server.landscape.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentDesk;
import io.tyto.server.landscape.EnvironmentDetails;
import io.tyto.server.landscape.EnvironmentInput;
import io.tyto.server.landscape.EnvironmentQuery;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.spi.CheckReport;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.BrowseQuery;
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

/** {@code /environments}. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentsController {
  private final EnvironmentDesk desk;
  private final Access access;

  EnvironmentsController(EnvironmentDesk desk, Access access) {
    this.desk = desk;
    this.access = access;
  }

  /** Shows what the caller may see. */
  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<EnvironmentDetails> list(
      @RequestParam(required = false) @Nullable String connector,
      @RequestParam(required = false) EnvironmentView.@Nullable Type type,
      @RequestParam(required = false) @Nullable String q,
      PageQuery page) {
    if (q != null && !q.isBlank() && q.strip().length() < 3) {
      throw Refusal.at("q", GeneralRefusal.INVALID, "A search needs three characters.");
    }
    return desk.list(
        access.caller(), new EnvironmentQuery(blankToNull(connector), type, blankToNull(q), page));
  }

  @GetMapping("/{id}")
  @Needs(Permission.SIGNED_IN)
  EnvironmentDetails get(@PathVariable String id) {
    return desk.get(access.caller(), new EnvironmentId(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Permission.ENVIRONMENTS_EDIT)
  EnvironmentDetails create(@RequestBody EnvironmentInput input) {
    return desk.create(access.caller(), input);
  }

  @PatchMapping("/{id}")
  @Needs(Permission.ENVIRONMENTS_EDIT)
  EnvironmentDetails change(
      @PathVariable String id, ExpectedVersion version, @RequestBody EnvironmentInput input) {
    return desk.change(access.caller(), new EnvironmentId(id), version, input);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.ENVIRONMENTS_EDIT)
  void remove(@PathVariable String id) {
    desk.remove(access.caller(), new EnvironmentId(id));
  }

  @PostMapping("/{id}/check")
  @Needs(Permission.ENVIRONMENTS_BROWSE)
  CheckReport check(@PathVariable String id) {
    return desk.check(access.caller(), new EnvironmentId(id));
  }

  /** Live from the system. */
  @GetMapping("/{id}/artifacts")
  @Needs(Permission.ENVIRONMENTS_BROWSE)
  ArtifactPage artifacts(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable String q,
      PageQuery page) {
    return desk.browse(
        access.caller(),
        new EnvironmentId(id),
        new BrowseQuery(blankToNull(parent), blankToNull(q), page.size(), page.cursor()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
