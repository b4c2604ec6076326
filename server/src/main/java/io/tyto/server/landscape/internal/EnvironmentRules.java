package io.tyto.server.landscape.internal;

import io.tyto.server.connections.Connections;
import io.tyto.server.credentials.Credentials;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.EnvironmentInput;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.EnvironmentView.Mode;
import io.tyto.server.landscape.EnvironmentView.Type;
import io.tyto.spi.Descriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a person entered into an environment, or says at each field what is wrong. */
@Component
class EnvironmentRules {
  private static final int NAME_MOST = 100;
  private final EnvironmentTable table;
  private final Connections connections;
  private final Credentials credentials;

  EnvironmentRules(EnvironmentTable table, Connections connections, Credentials credentials) {
    this.table = table;
    this.connections = connections;
    this.credentials = credentials;
  }

  EnvironmentView forNew(Actor caller, EnvironmentId id, EnvironmentInput input) {
    List<FieldError> errors = new ArrayList<>();
    String name = input.name() == null ? "" : input.name().strip();
    nameErrors(name, id, errors);
    String connector = input.connector() == null ? "" : input.connector();
    if (connections.descriptor(connector).isEmpty()) {
      errors.add(unknownConnector(connector));
    }
    Type type = input.type();
    if (type == null) {
      errors.add(new FieldError("type", "required", "Choose what the environment is used for."));
      type = Type.SANDBOX;
    }
    Mode mode = input.mode() == null ? usual(type) : input.mode();
    EnvironmentView wanted =
        new EnvironmentView(
            id,
            name,
            connector,
            type,
            mode,
            merged(Map.of(), input.settings()),
            input.credentialId(),
            1);
    return checked(caller, wanted, errors);
  }

  EnvironmentView forChange(Actor caller, EnvironmentView now, EnvironmentInput input) {
    List<FieldError> errors = new ArrayList<>();
    String name = input.name() == null ? now.name() : input.name().strip();
    nameErrors(name, now.id(), errors);
    if (input.connector() != null && !input.connector().equals(now.connector())) {
      errors.add(
          new FieldError(
              "connector",
              GeneralRefusal.INVALID.code(),
              "The connector of an environment stays. Register a new one instead."));
    }
    Type type = input.type() == null ? now.type() : input.type();
    boolean becomesProduction = type == Type.PRODUCTION && now.type() != Type.PRODUCTION;
    Mode mode = becomesProduction ? usual(type) : now.mode();
    EnvironmentView wanted =
        new EnvironmentView(
            now.id(),
            name,
            now.connector(),
            type,
            input.mode() == null ? mode : input.mode(),
            merged(now.settings(), input.settings()),
            input.credentialId() == null ? now.credentialId() : input.credentialId(),
            now.version() + 1);
    return checked(caller, wanted, errors);
  }

  /** Production plans only until somebody says otherwise. */
  private static Mode usual(Type type) {
    return type == Type.PRODUCTION ? Mode.PLAN_ONLY : Mode.LIVE;
  }

  private EnvironmentView checked(Actor caller, EnvironmentView wanted, List<FieldError> errors) {
    Optional<Descriptor<?>> descriptor = connections.descriptor(wanted.connector());
    Map<String, Object> settings = wanted.settings();
    String credential = wanted.credentialId();
    if (descriptor.isPresent()) {
      settings =
          collecting(
              errors, settings, () -> connections.validated(wanted.connector(), wanted.settings()));
      credential = credential(caller, descriptor.get(), credential, errors);
    }
    EnvironmentView right =
        new EnvironmentView(
            wanted.id(),
            wanted.name(),
            wanted.connector(),
            wanted.type(),
            wanted.mode(),
            settings,
            credential,
            wanted.version());
    if (errors.isEmpty()) {
      collecting(errors, right, () -> bound(caller, right));
    }
    if (!errors.isEmpty()) {
      boolean onlyTheName =
          errors.size() == 1
              && errors.getFirst().code().equals(GeneralRefusal.DUPLICATE_NAME.code());
      throw new Refusal(
          onlyTheName ? GeneralRefusal.DUPLICATE_NAME : GeneralRefusal.INVALID,
          errors.getFirst().message(),
          errors,
          Map.of());
    }
    return right;
  }

  private @Nullable String credential(
      Actor caller, Descriptor<?> descriptor, @Nullable String id, List<FieldError> errors) {
    List<String> types = descriptor.credentialTypes();
    if (types.isEmpty()) {
      return null;
    }
    if (id == null || id.isBlank()) {
      errors.add(
          new FieldError(
              "credentialId",
              "required",
              "%s needs a credential of type %s."
                  .formatted(descriptor.displayName(), String.join(" or ", types))));
      return null;
    }
    return collecting(
        errors, id, () -> credentials.forShared(caller, id, types, "credentialId").id());
  }

  private EnvironmentView bound(Actor caller, EnvironmentView view) {
    connections.bind(caller, StoredEnvironments.spec(view));
    return view;
  }

  private void nameErrors(String name, EnvironmentId id, List<FieldError> errors) {
    if (name.isEmpty()) {
      errors.add(new FieldError("name", "required", "name is needed."));
    } else if (name.length() > NAME_MOST || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new FieldError(
              "name", GeneralRefusal.INVALID.code(), "A name has at most 100 plain characters."));
    } else if (table.nameTaken(name, id)) {
      errors.add(
          new FieldError(
              "name",
              GeneralRefusal.DUPLICATE_NAME.code(),
              "There is an environment named '%s' already.".formatted(name)));
    }
  }

  private FieldError unknownConnector(String connector) {
    List<String> ids = connections.descriptors().stream().map(Descriptor::id).sorted().toList();
    return new FieldError(
        "connector",
        connector.isEmpty() ? "required" : "unknown-connector",
        "Choose a connector: " + String.join(", ", ids) + ".");
  }

  private static Map<String, Object> merged(
      Map<String, Object> now, @Nullable Map<String, @Nullable Object> changes) {
    Map<String, Object> merged = new LinkedHashMap<>(now);
    if (changes != null) {
      changes.forEach((name, value) -> {
        if (value == null) {
          merged.remove(name);
        } else {
          merged.put(name, value);
        }
      });
    }
    return merged;
  }

  /** Gathers field errors instead of stopping at the first refusal; others go on up. */
  private static <T> T collecting(
      List<FieldError> errors, T otherwise, Supplier<? extends T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.errors().isEmpty()) {
        throw refusal;
      }
      errors.addAll(refusal.errors());
      return otherwise;
    }
  }
}
