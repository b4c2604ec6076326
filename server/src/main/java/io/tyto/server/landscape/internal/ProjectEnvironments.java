package io.tyto.server.landscape.internal;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentUse.Use;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.landscape.LandscapeRefusal;
import io.tyto.server.landscape.ProjectLandscape;
import io.tyto.server.projects.Projects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which environments a project uses, and in which order. */
@Service
class ProjectEnvironments implements ProjectLandscape {
  private final ProjectTable table;
  private final EnvironmentTable environments;
  private final EnvironmentUses uses;
  private final Projects projects;
  private final LandscapeNews news;

  ProjectEnvironments(
      ProjectTable table,
      EnvironmentTable environments,
      EnvironmentUses uses,
      Projects projects,
      LandscapeNews news) {
    this.table = table;
    this.environments = environments;
    this.uses = uses;
    this.projects = projects;
    this.news = news;
  }

  @Override
  @Transactional
  public Environments.Used use(Actor caller, ProjectKey project, EnvironmentId id, boolean source) {
    projects.get(project);
    table.lock(project);
    EnvironmentView view =
        environments
            .find(id)
            .orElseThrow(
                () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such environment."))
            .view();
    Environments.Used wanted = new Environments.Used(view, source);
    if (!table.used(project, id).filter(wanted::equals).isPresent()) {
      table.use(project, id, source);
      news.inProject(
          caller, project, "environment-used", id, Map.of("name", view.name(), "source", source));
    }
    return wanted;
  }

  @Override
  @Transactional(readOnly = true)
  public Environments.Used used(ProjectKey project, EnvironmentId id) {
    return table.used(project, id).orElseThrow(() -> notUsed(project));
  }

  @Override
  @Transactional
  public void drop(Actor caller, ProjectKey project, EnvironmentId id) {
    table.lock(project);
    EnvironmentView view =
        table.used(project, id).orElseThrow(() -> notUsed(project)).environment();
    for (Landscape landscape : table.landscapes(project)) {
      if (landscape.environments().contains(id)) {
        throw new Refusal(
            LandscapeRefusal.ENVIRONMENT_IN_USE,
            "Landscape '%s' goes through '%s'. Take it out there first."
                .formatted(landscape.name(), view.name()));
      }
    }
    List<Use> here =
        uses.of(caller, view).stream()
            .filter(use -> project.equals(use.project()) && !use.kind().equals("project"))
            .toList();
    if (!here.isEmpty()) {
      throw new Refusal(
          LandscapeRefusal.ENVIRONMENT_IN_USE,
          "'%s' is used here by %s.".formatted(view.name(), EnvironmentUses.words(here)),
          List.of(),
          Map.of("usedBy", here));
    }
    table.drop(project, id);
    news.inProject(caller, project, "environment-dropped", id, Map.of("name", view.name()));
  }

  @Override
  @Transactional
  public List<Landscape> arrange(Actor caller, ProjectKey project, List<Landscape> wanted) {
    projects.get(project);
    table.lock(project);
    List<FieldError> errors = errors(project, wanted);
    if (!errors.isEmpty()) {
      throw new Refusal(GeneralRefusal.INVALID, errors.getFirst().message(), errors, Map.of());
    }
    List<Landscape> before = table.landscapes(project);
    if (!before.equals(wanted)) {
      table.arrange(project, wanted);
      news.arranged(caller, project, Map.of("from", words(before), "to", words(wanted)));
    }
    return wanted;
  }

  private List<FieldError> errors(ProjectKey project, List<Landscape> wanted) {
    Set<EnvironmentId> used =
        table.used(project).stream().map(one -> one.environment().id()).collect(Collectors.toSet());
    List<FieldError> errors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Landscape landscape = wanted.get(i);
      String at = "items[" + i + "]";
      if (landscape.name().isBlank() || landscape.name().length() > 100) {
        errors.add(new FieldError(at + ".name", "required", "A landscape has a short name."));
      } else if (!names.add(landscape.name().toLowerCase(Locale.ROOT))) {
        errors.add(
            new FieldError(
                at + ".name",
                GeneralRefusal.DUPLICATE_NAME.code(),
                "Two landscapes are called '%s'.".formatted(landscape.name())));
      }
      if (landscape.environments().isEmpty()) {
        errors.add(
            error(at + ".environments", LandscapeRefusal.EMPTY, "A landscape has environments."));
      }
      Set<EnvironmentId> seen = new HashSet<>();
      for (int j = 0; j < landscape.environments().size(); j++) {
        EnvironmentId id = landscape.environments().get(j);
        String place = at + ".environments[" + j + "]";
        if (!seen.add(id)) {
          errors.add(
              error(place, LandscapeRefusal.DUPLICATE, "An environment stands twice in a row."));
        } else if (!used.contains(id)) {
          errors.add(notUsable(place, id));
        }
      }
    }
    return errors;
  }

  private FieldError notUsable(String place, EnvironmentId id) {
    return environments
        .find(id)
        .map(row ->
            error(
                place,
                LandscapeRefusal.NOT_IN_PROJECT,
                "The project does not use '%s'. Add it to the project's environments first."
                    .formatted(row.view().name())))
        .orElseGet(() ->
            error(
                place,
                LandscapeRefusal.UNKNOWN_ENVIRONMENT,
                "There is no environment with this id."));
  }

  private static FieldError error(String field, LandscapeRefusal code, String message) {
    return new FieldError(field, code.code(), message);
  }

  private static List<Map<String, Object>> words(List<Landscape> landscapes) {
    return landscapes.stream()
        .map(one ->
            Map.<String, Object>of(
                "name",
                one.name(),
                "environments",
                one.environments().stream().map(EnvironmentId::value).toList()))
        .toList();
  }

  private static Refusal notUsed(ProjectKey project) {
    return new Refusal(
        GeneralRefusal.NOT_FOUND,
        "Project %s uses no such environment.".formatted(project.value()));
  }
}
