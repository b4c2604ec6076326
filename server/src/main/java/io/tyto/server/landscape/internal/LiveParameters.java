package io.tyto.server.landscape.internal;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.landscape.LandscapeRefusal;
import io.tyto.server.landscape.Parameters;
import io.tyto.server.landscape.internal.ValueTable.Place;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ParameterSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Parameters read live, values stored here. No transaction is open while a system is asked. */
@Service
class LiveParameters implements Parameters {
  private final Environments environments;
  private final ValueTable table;
  private final Connections connections;
  private final LandscapeNews news;
  private final Clock clock;
  private final TransactionTemplate transactions;

  LiveParameters(
      Environments environments,
      ValueTable table,
      Connections connections,
      LandscapeNews news,
      Clock clock,
      TransactionTemplate transactions) {
    this.environments = environments;
    this.table = table;
    this.connections = connections;
    this.news = news;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public List<Parameter> of(ProjectKey project, EnvironmentId environment, String artifactId) {
    Known known = known(project, environment, artifactId);
    return rows(known, table.values(new Place(project, environment, artifactId)));
  }

  @Override
  public List<Parameter> set(
      Actor caller,
      ProjectKey project,
      EnvironmentId environment,
      String artifactId,
      Map<String, String> values) {
    Place place = new Place(project, environment, artifactId);
    Known known = known(project, environment, artifactId);
    List<FieldError> errors = new ArrayList<>();
    for (String key : new TreeSet<>(values.keySet())) {
      if (!known.source().containsKey(key) && !known.target().containsKey(key)) {
        errors.add(
            new FieldError(
                "items." + key,
                LandscapeRefusal.UNKNOWN_PARAMETER.code(),
                "'%s' has no parameter '%s'.".formatted(artifactId, key)));
      }
    }
    if (!errors.isEmpty()) {
      String message =
          "'%s' has no parameter %s."
              .formatted(
                  artifactId,
                  String.join(
                      ", ",
                      errors.stream()
                          .map(error -> error.field().substring("items.".length()))
                          .toList()));
      throw new Refusal(LandscapeRefusal.UNKNOWN_PARAMETER, message, errors, Map.of());
    }
    transactions.executeWithoutResult(status -> store(caller, place, values));
    return rows(known, table.values(place));
  }

  private void store(Actor caller, Place place, Map<String, String> values) {
    Map<String, String> before = table.values(place);
    Map<String, Object> changes = new LinkedHashMap<>();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    values.forEach((key, value) -> {
      if (!value.equals(before.get(key))) {
        table.put(place, key, value, caller, now);
        changes.put(key, Map.of("from", before.getOrDefault(key, ""), "to", value));
      }
    });
    before.forEach((key, value) -> {
      if (!values.containsKey(key)) {
        table.remove(place, key);
        changes.put(key, Map.of("from", value, "to", ""));
      }
    });
    if (!changes.isEmpty()) {
      news.parameters(caller, place, changes);
    }
  }

  private record Known(
      Map<String, ParameterSource.Parameter> source,
      Map<String, ParameterSource.Parameter> target) {}

  private Known known(ProjectKey project, EnvironmentId environment, String artifactId) {
    List<Environments.Used> used = environments.ofProject(project);
    EnvironmentView target =
        used.stream()
            .map(Environments.Used::environment)
            .filter(one -> one.id().equals(environment))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    GeneralRefusal.NOT_FOUND,
                    "Project %s uses no such environment.".formatted(project.value())));
    EnvironmentView source = sourceFor(project, target, used);
    Map<String, ParameterSource.Parameter> there = read(source, artifactId);
    return new Known(there, source.id().equals(target.id()) ? there : read(target, artifactId));
  }

  /** The source of the landscape that leads to the target, else the only one of its kind. */
  private EnvironmentView sourceFor(
      ProjectKey project, EnvironmentView target, List<Environments.Used> used) {
    List<EnvironmentView> sources =
        used.stream()
            .filter(Environments.Used::source)
            .map(Environments.Used::environment)
            .filter(one -> one.connector().equals(target.connector()))
            .toList();
    for (Landscape landscape : environments.landscapes(project)) {
      if (landscape.environments().contains(target.id())) {
        for (EnvironmentView source : sources) {
          if (landscape.environments().contains(source.id())) {
            return source;
          }
        }
      }
    }
    if (sources.contains(target)) {
      return target;
    }
    if (sources.size() == 1) {
      return sources.getFirst();
    }
    throw new Refusal(
        LandscapeRefusal.NO_SOURCE,
        sources.isEmpty()
            ? "The project has no source environment for '%s'. Mark one as source."
                .formatted(target.name())
            : "Several sources could lead to '%s'. Put it in a landscape."
                .formatted(target.name()));
  }

  private Map<String, ParameterSource.Parameter> read(EnvironmentView at, String artifactId) {
    if (!connections.can(at.connector(), ParameterSource.class)) {
      throw new Refusal(
          LandscapeRefusal.NO_PARAMETERS,
          "Artifacts of '%s' have no externalized parameters.".formatted(at.name()));
    }
    Opened<ParameterSource<Record>> open =
        connections.open(StoredEnvironments.spec(at), ParameterSource.class);
    Map<String, ParameterSource.Parameter> found = new TreeMap<>();
    try {
      open.connector()
          .parameters(open.connection(), artifactId)
          .forEach(parameter -> found.put(parameter.key(), parameter));
    } catch (FaultException e) {
      if (e.fault().kind() != Fault.Kind.NOT_FOUND) {
        throw e;
      }
    }
    return found;
  }

  private static List<Parameter> rows(Known known, Map<String, String> values) {
    TreeSet<String> keys = new TreeSet<>(known.source().keySet());
    keys.addAll(known.target().keySet());
    keys.addAll(values.keySet());
    return keys.stream().map(key -> row(key, known, values.get(key))).toList();
  }

  private static Parameter row(String key, Known known, @Nullable String value) {
    ParameterSource.Parameter source = known.source().get(key);
    ParameterSource.Parameter target = known.target().get(key);
    ParameterSource.Parameter any = source == null ? target : source;
    return new Parameter(
        key,
        source == null ? null : source.value(),
        value,
        target == null ? null : target.value(),
        any == null ? null : any.dataType(),
        any == null ? null : any.description());
  }
}
