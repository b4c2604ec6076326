package io.tyto.server.landscape.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.landscape.ProjectLandscape;
import io.tyto.server.projects.Projects;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A project's environments and landscapes. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
class ProjectLandscapeController {
  private final ProjectLandscape landscape;
  private final Environments environments;
  private final Projects projects;
  private final Access access;

  ProjectLandscapeController(
      ProjectLandscape landscape, Environments environments, Projects projects, Access access) {
    this.landscape = landscape;
    this.environments = environments;
    this.projects = projects;
    this.access = access;
  }

  /** An environment as this project uses it. */
  record UsedEnvironment(
      EnvironmentId id,
      String name,
      String connector,
      EnvironmentView.Type type,
      EnvironmentView.Mode mode,
      Map<String, Object> settings,
      @Nullable String credentialId,
      boolean source,
      int version) {

    static UsedEnvironment of(Environments.Used used) {
      EnvironmentView view = used.environment();
      return new UsedEnvironment(
          view.id(),
          view.name(),
          view.connector(),
          view.type(),
          view.mode(),
          view.settings(),
          view.credentialId(),
          used.source(),
          view.version());
    }
  }

  record UseInput(@Nullable Boolean source) {}

  /** What is read; other forms of the list are taken too, see {@link LandscapeList}. */
  record LandscapesInput(List<LandscapeInput> items) {}

  record LandscapeInput(@Nullable String name, List<String> environments) {}

  @GetMapping("/environments")
  @Needs(Permission.PROJECT_READ)
  Page<UsedEnvironment> list(@PathVariable String key) {
    return new Page<>(
        environments.ofProject(project(key)).stream().map(UsedEnvironment::of).toList(),
        null,
        null);
  }

  @GetMapping("/environments/{id}")
  @Needs(Permission.PROJECT_READ)
  UsedEnvironment get(@PathVariable String key, @PathVariable String id) {
    return UsedEnvironment.of(landscape.used(project(key), new EnvironmentId(id)));
  }

  @PutMapping("/environments/{id}")
  @Needs(Permission.PROJECT_EDIT)
  UsedEnvironment use(
      @PathVariable String key,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable UseInput input) {
    boolean source = input != null && Boolean.TRUE.equals(input.source());
    return UsedEnvironment.of(
        landscape.use(access.caller(), project(key), new EnvironmentId(id), source));
  }

  @DeleteMapping("/environments/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.PROJECT_EDIT)
  void drop(@PathVariable String key, @PathVariable String id) {
    landscape.drop(access.caller(), project(key), new EnvironmentId(id));
  }

  @GetMapping("/landscapes")
  @Needs(Permission.PROJECT_READ)
  Page<Landscape> landscapes(@PathVariable String key) {
    return new Page<>(environments.landscapes(project(key)), null, null);
  }

  @PutMapping("/landscapes")
  @Needs(Permission.PROJECT_EDIT)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = LandscapesInput.class)))
  Page<Landscape> arrange(@PathVariable String key, @RequestBody JsonNode body) {
    ProjectKey project = project(key);
    List<Landscape> wanted = new LandscapeList(environments.ofProject(project)).read(body);
    return new Page<>(landscape.arrange(access.caller(), project, wanted), null, null);
  }

  private ProjectKey project(String key) {
    return projects.get(new ProjectKey(key)).key();
  }
}
