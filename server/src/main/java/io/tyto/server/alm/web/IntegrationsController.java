package io.tyto.server.alm.web;

import io.tyto.server.alm.AlmIntegrations;
import io.tyto.server.alm.AlmIntegrations.ExternalProjects;
import io.tyto.server.alm.AlmIntegrations.Place;
import io.tyto.server.alm.IntegrationInput;
import io.tyto.server.alm.IntegrationView;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** ALM integrations of a project. */
@RestController
@RequestMapping("/api/v1/projects/{key}/alm-integrations")
class IntegrationsController {
  private final AlmIntegrations integrations;
  private final Access access;

  IntegrationsController(AlmIntegrations integrations, Access access) {
    this.integrations = integrations;
    this.access = access;
  }

  /** Live from the external system. */
  @PostMapping("/external-projects")
  @Needs(Permission.INTEGRATIONS_EDIT)
  ExternalProjects externalProjects(@PathVariable String key, @RequestBody Place place) {
    return integrations.externalProjects(access.caller(), place);
  }

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<IntegrationView> list(@PathVariable String key) {
    return new Page<>(integrations.list(new ProjectKey(key)), null, null);
  }

  @GetMapping("/{id}")
  @Needs(Permission.PROJECT_READ)
  IntegrationView get(@PathVariable String key, @PathVariable String id) {
    return integrations.get(new ProjectKey(key), id);
  }

  @PostMapping
  @Needs(Permission.INTEGRATIONS_EDIT)
  ResponseEntity<IntegrationView> create(
      @PathVariable String key, @RequestBody IntegrationInput input) {
    IntegrationView made = integrations.create(access.caller(), new ProjectKey(key), input);
    return ResponseEntity.created(
            URI.create("/api/v1/projects/" + key + "/alm-integrations/" + made.id()))
        .body(made);
  }

  @PatchMapping("/{id}")
  @Needs(Permission.INTEGRATIONS_EDIT)
  IntegrationView change(
      @PathVariable String key,
      @PathVariable String id,
      ExpectedVersion version,
      @RequestBody IntegrationInput input) {
    return integrations.change(access.caller(), new ProjectKey(key), id, version, input);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.INTEGRATIONS_EDIT)
  void remove(@PathVariable String key, @PathVariable String id) {
    integrations.remove(access.caller(), new ProjectKey(key), id);
  }

  /** The answer carries the new token, shown this once. */
  @PostMapping("/{id}/hook-token")
  @Needs(Permission.INTEGRATIONS_EDIT)
  IntegrationView renewHookToken(@PathVariable String key, @PathVariable String id) {
    return integrations.renewHookToken(access.caller(), new ProjectKey(key), id);
  }
}
