package io.tyto.server.projects.internal;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.projects.KnownPipelines;
import io.tyto.server.projects.ProjectKeeping;
import io.tyto.server.projects.ProjectSettings;
import io.tyto.server.projects.ProjectView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks and applies what somebody wants to change in a project. */
@Component
class ProjectChanges {
  private static final Set<String> RELEASERS =
      Set.of("owner", "developer", "release-manager", "pipeline");

  private final ProjectRows rows;
  private final ObjectProvider<KnownPipelines> pipelines;

  /** Lazily, because whoever keeps pipelines looks projects up. */
  ProjectChanges(ProjectRows rows, ObjectProvider<KnownPipelines> pipelines) {
    this.rows = rows;
    this.pipelines = pipelines;
  }

  ProjectView apply(ProjectView old, ProjectKeeping.Change change) {
    if (change.name() != null) {
      refuseTakenName(change.name(), old.key());
    }
    return new ProjectView(
        old.key(),
        or(change.name(), old.name()),
        or(change.description(), old.description()),
        pipeline(old, change.defaultPipelineId()),
        new ProjectSettings(
            or(change.componentRequired(), old.settings().componentRequired()),
            or(change.automaticPromotion(), old.settings().automaticPromotion()),
            releaser(or(change.transportRelease(), old.settings().transportRelease()))),
        old.archived(),
        old.version());
  }

  void refuseTakenName(String name, ProjectKey except) {
    if (rows.nameTaken(name, except)) {
      throw Refusal.at(
          "name", GeneralRefusal.DUPLICATE_NAME, "There is a project named " + name + " already.");
    }
  }

  static Map<String, Object> differences(ProjectView old, ProjectView now) {
    Map<String, Object> details = new LinkedHashMap<>();
    put(details, "name", old.name(), now.name());
    put(details, "description", old.description(), now.description());
    put(details, "defaultPipelineId", old.defaultPipelineId(), now.defaultPipelineId());
    put(details, "settings", old.settings(), now.settings());
    return details;
  }

  private static void put(
      Map<String, Object> details, String name, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      Map<String, @Nullable Object> both = new LinkedHashMap<>();
      both.put("old", old);
      both.put("new", now);
      details.put(name, both);
    }
  }

  private @Nullable String pipeline(ProjectView project, @Nullable String wanted) {
    if (wanted == null) {
      return project.defaultPipelineId();
    }
    if (wanted.isEmpty()) {
      return null;
    }
    KnownPipelines known = pipelines.getIfAvailable();
    if (known == null || !known.has(project.key(), wanted)) {
      throw Refusal.at(
          "defaultPipelineId",
          GeneralRefusal.INVALID,
          "The project has no pipeline " + wanted + ".");
    }
    return wanted;
  }

  private static String releaser(String wanted) {
    if (!RELEASERS.contains(wanted)) {
      throw Refusal.at(
          "settings.transportRelease",
          GeneralRefusal.INVALID,
          "Transports are released by owner, developer, release-manager or pipeline.");
    }
    return wanted;
  }

  private static <T> T or(@Nullable T wanted, T old) {
    return wanted == null ? old : wanted;
  }
}
