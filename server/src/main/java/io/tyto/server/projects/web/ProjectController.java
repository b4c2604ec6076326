package io.tyto.server.projects.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.projects.ProjectKeeping;
import io.tyto.server.projects.ProjectSettings;
import io.tyto.server.projects.ProjectView;
import io.tyto.server.projects.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
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

/** Working projects. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {
  private final Projects projects;
  private final ProjectKeeping keeping;
  private final Access access;

  ProjectController(Projects projects, ProjectKeeping keeping, Access access) {
    this.projects = projects;
    this.keeping = keeping;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<ProjectResponse> listProjects(
      PageQuery page, @RequestParam(required = false) @Nullable Boolean archived) {
    return keeping.list(access.caller(), page, archived).map(this::response);
  }

  @PostMapping
  @Needs(Permission.PROJECTS_CREATE)
  ResponseEntity<ProjectResponse> createProject(@Valid @RequestBody NewProjectRequest wanted) {
    ProjectView made =
        keeping.create(
            access.caller(),
            new ProjectKey(wanted.key()),
            wanted.name().strip(),
            wanted.description() == null ? "" : wanted.description());
    return ResponseEntity.created(URI.create("/api/v1/projects/" + made.key().value()))
        .body(response(made));
  }

  @GetMapping("/{key}")
  @Needs(Permission.PROJECT_READ)
  ProjectResponse readProject(@PathVariable String key) {
    return response(projects.get(new ProjectKey(key)));
  }

  @PatchMapping("/{key}")
  @Needs(Permission.PROJECT_EDIT)
  ProjectResponse changeProject(
      @PathVariable String key,
      ExpectedVersion seen,
      @Valid @RequestBody ProjectChangeRequest change) {
    return response(keeping.change(access.caller(), new ProjectKey(key), seen, change.asChange()));
  }

  @PostMapping("/{key}/archive")
  @Needs(Permission.PROJECTS_CREATE)
  ProjectResponse archiveProject(@PathVariable String key) {
    return response(keeping.archive(access.caller(), new ProjectKey(key), true));
  }

  @PostMapping("/{key}/restore")
  @Needs(Permission.PROJECTS_CREATE)
  ProjectResponse restoreProject(@PathVariable String key) {
    return response(keeping.archive(access.caller(), new ProjectKey(key), false));
  }

  private ProjectResponse response(ProjectView project) {
    return new ProjectResponse(
        project.key().value(),
        project.key().value(),
        project.name(),
        project.description(),
        project.defaultPipelineId(),
        project.settings(),
        project.archived(),
        access.standing(access.caller().id()).stream()
            .flatMap(standing -> standing.in(project.key()).stream())
            .map(ProjectRole::id)
            .sorted()
            .toList(),
        project.version());
  }

  /** A project to make. */
  record NewProjectRequest(
      @NotNull
          @Pattern(
              regexp = "^[A-Z][A-Z0-9]{1,9}$",
              message = "has 2 to 10 capital letters and digits and begins with a letter")
          String key,
      @NotBlank @Size(max = 100) String name,
      @Size(max = 2000) @Nullable String description) {}

  /** What to change; what is missing stays, an empty {@code defaultPipelineId} removes it. */
  record ProjectChangeRequest(
      @Size(min = 1, max = 100) @Nullable String name,
      @Size(max = 2000) @Nullable String description,
      @Nullable String defaultPipelineId,
      @Nullable SettingsChange settings) {

    ProjectKeeping.Change asChange() {
      SettingsChange some = settings == null ? new SettingsChange(null, null, null) : settings;
      return new ProjectKeeping.Change(
          name == null ? null : name.strip(),
          description,
          defaultPipelineId,
          some.componentRequired(),
          some.automaticPromotion(),
          some.transportRelease());
    }
  }

  /** Policies to change; what is missing stays. */
  record SettingsChange(
      @Nullable Boolean componentRequired,
      @Nullable Boolean automaticPromotion,
      @Nullable String transportRelease) {}

  /**
   * @param roles what the caller is in it
   */
  record ProjectResponse(
      String id,
      String key,
      String name,
      String description,
      @Nullable String defaultPipelineId,
      ProjectSettings settings,
      boolean archived,
      List<String> roles,
      int version) {}
}
