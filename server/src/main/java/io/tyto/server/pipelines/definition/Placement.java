package io.tyto.server.pipelines.definition;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the environments that a pipeline names.
 *
 * <p>A place (`stage: PROD`) is the environment of that type in each landscape; a place that is no
 * type is the stage of that name, counted along landscapes that have one environment a stage.
 */
@Component
public class Placement {
  private final Environments environments;

  Placement(Environments environments) {
    this.environments = environments;
  }

  /** By name, or by place when the name is null; empty when the project has no such. */
  public List<EnvironmentView> of(
      ProjectKey project,
      PipelineDefinition pipeline,
      @Nullable String environment,
      @Nullable String place) {
    if (environment != null) {
      return environments.findByName(project, environment).stream().toList();
    }
    String wanted = place == null ? "" : place;
    Set<EnvironmentView> found = new LinkedHashSet<>();
    environments.landscapes(project).forEach(l -> at(l, wanted, pipeline).ifPresent(found::add));
    return List.copyOf(found);
  }

  private Optional<EnvironmentView> at(
      Landscape landscape, String place, PipelineDefinition pipeline) {
    List<EnvironmentView> chain = landscape.environments().stream().map(environments::get).toList();
    Optional<EnvironmentView> byType =
        chain.stream().filter(e -> e.type() == typeOf(place)).findFirst();
    if (byType.isPresent()) {
      return byType;
    }
    List<String> stages = pipeline.stages().stream().map(PipelineDefinition.Stage::name).toList();
    int index = stages.indexOf(place);
    return index >= 0 && stages.size() == chain.size() - 1
        ? Optional.of(chain.get(index + 1))
        : Optional.empty();
  }

  private static EnvironmentView.@Nullable Type typeOf(String place) {
    return switch (place.toUpperCase(Locale.ROOT).replace('-', '_')) {
      case "SANDBOX" -> EnvironmentView.Type.SANDBOX;
      case "DEV", "DEVELOPMENT" -> EnvironmentView.Type.DEVELOPMENT;
      case "QA", "QAS", "TEST", "QUALITY" -> EnvironmentView.Type.QUALITY;
      case "UAT", "PREPROD", "PRE_PROD", "PRE_PRODUCTION" -> EnvironmentView.Type.PRE_PRODUCTION;
      case "PROD", "PRD", "PRODUCTION" -> EnvironmentView.Type.PRODUCTION;
      default -> null;
    };
  }
}
