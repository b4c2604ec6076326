package io.tyto.server.alm.internal;

import io.tyto.server.alm.AlmIntegrations.Place;
import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.alm.IntegrationInput;
import io.tyto.server.alm.IntegrationInput.WriteBackInput;
import io.tyto.server.alm.IntegrationView.WriteBack;
import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.connections.Connections;
import io.tyto.server.credentials.Credentials;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Descriptor;
import io.tyto.spi.stories.StorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what a person entered for an integration into values, or says at each field what is wrong.
 */
@Component
class IntegrationRules {
  private static final int NAME_MOST = 100;
  private static final int DESCRIPTION_MOST = 2000;
  private final Connections connections;
  private final Credentials credentials;

  IntegrationRules(Connections connections, Credentials credentials) {
    this.connections = connections;
    this.credentials = credentials;
  }

  /**
   * @throws Refusal with an error at each wrong field of the place
   */
  ConnectionSpec place(Actor caller, Place place) {
    List<FieldError> errors = new ArrayList<>();
    ConnectionSpec spec = place(caller, place, errors);
    refuse(errors);
    return spec;
  }

  private ConnectionSpec place(Actor caller, Place place, List<FieldError> errors) {
    List<String> systems = systems();
    String given = place.externalSystem() == null ? "" : place.externalSystem().strip();
    String system = given.isEmpty() && systems.size() == 1 ? systems.getFirst() : given;
    String credential = place.credentialId() == null ? "" : place.credentialId().strip();
    String host = collecting(errors, "", () -> host(place.hostUrl()));
    if (!systems.contains(system)) {
      errors.add(
          new FieldError(
              "externalSystem",
              AlmRefusal.UNKNOWN_EXTERNAL_SYSTEM.code(),
              "Choose an external system: " + String.join(", ", systems) + "."));
    } else if (credential.isEmpty()) {
      errors.add(new FieldError("credentialId", "required", "Choose a credential."));
    } else {
      List<String> types =
          connections.descriptor(system).map(Descriptor::credentialTypes).orElse(List.of());
      collecting(
          errors,
          credential,
          () -> credentials.forShared(caller, credential, types, "credentialId").id());
    }
    return Integration.spec(system, credential, host);
  }

  /** Connectors that work items can come from. */
  private List<String> systems() {
    return connections.descriptors().stream()
        .map(Descriptor::id)
        .filter(id -> connections.can(id, StorySource.class))
        .sorted()
        .toList();
  }

  private static String host(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return "";
    }
    return HostUrl.normalised(given)
        .orElseThrow(() ->
            Refusal.at(
                "hostUrl",
                GeneralRefusal.INVALID,
                "This is no web address. Copy the tenant's address from the browser."));
  }

  /**
   * The values without what the outside decides: the external project's name stays empty.
   *
   * @param now what is changed, null for a new one
   * @param others integrations of the project beside it
   * @throws Refusal with an error at each wrong field
   */
  Integration checked(
      Actor caller,
      Integration start,
      @Nullable Integration now,
      IntegrationInput input,
      List<Integration> others) {
    List<FieldError> errors = new ArrayList<>();
    String name = input.name() == null ? start.name() : input.name().strip();
    nameErrors(name, others, errors);
    String description = description(start, input, errors);
    ConnectionSpec spec = place(caller, merged(start, input), errors);
    String external =
        input.externalProjectId() == null
            ? start.externalProjectId()
            : input.externalProjectId().strip();
    if (external.isEmpty()) {
      errors.add(new FieldError("externalProjectId", "required", "Choose an external project."));
    }
    boolean isDefault = defaultErrors(input, now, others, errors);
    refuse(errors);
    return new Integration(
        start.id(),
        start.project(),
        name,
        description,
        spec.connectorId(),
        String.valueOf(spec.credentialId()),
        String.valueOf(spec.settings().getOrDefault("hostUrl", "")),
        external,
        start.externalProjectName(),
        isDefault,
        merged(start.writeBack(), input.writeBack()),
        input.statusGates() == null ? start.statusGates() : input.statusGates(),
        start.createdBy(),
        start.createdAt(),
        start.modifiedBy(),
        start.modifiedAt(),
        false,
        start.version());
  }

  private static boolean defaultErrors(
      IntegrationInput input,
      @Nullable Integration now,
      List<Integration> others,
      List<FieldError> errors) {
    boolean only = others.stream().noneMatch(Integration::isDefault);
    boolean was = now != null && now.isDefault();
    if (was && Boolean.FALSE.equals(input.isDefault())) {
      errors.add(
          new FieldError(
              "isDefault",
              AlmRefusal.DEFAULT_NEEDED.code(),
              "One integration is the default. Make another one the default instead."));
    }
    return only || was || Boolean.TRUE.equals(input.isDefault());
  }

  private static String description(
      Integration start, IntegrationInput input, List<FieldError> errors) {
    String description =
        input.description() == null ? start.description() : input.description().strip();
    if (description.length() > DESCRIPTION_MOST) {
      errors.add(
          new FieldError(
              "description", GeneralRefusal.INVALID.code(), "At most 2000 characters fit here."));
    }
    return description;
  }

  private static Place merged(Integration start, IntegrationInput input) {
    return new Place(
        input.externalSystem() == null ? start.externalSystem() : input.externalSystem(),
        input.credentialId() == null ? start.credentialId() : input.credentialId(),
        input.hostUrl() == null ? start.hostUrl() : input.hostUrl());
  }

  private static WriteBack merged(WriteBack now, @Nullable WriteBackInput wish) {
    return wish == null
        ? now
        : new WriteBack(
            wish.references() == null ? now.references() : wish.references(),
            wish.comments() == null ? now.comments() : wish.comments(),
            wish.status() == null ? now.status() : wish.status());
  }

  private static void nameErrors(String name, List<Integration> others, List<FieldError> errors) {
    if (name.isEmpty()) {
      errors.add(new FieldError("name", "required", "Give the integration a name."));
    } else if (name.length() > NAME_MOST || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new FieldError(
              "name", GeneralRefusal.INVALID.code(), "A name has at most 100 plain characters."));
    } else if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
      errors.add(
          new FieldError(
              "name",
              GeneralRefusal.DUPLICATE_NAME.code(),
              "The project has an ALM integration named '%s' already. Choose another name."
                  .formatted(name)));
    }
  }

  /** One error keeps its own code for the whole problem, several share a general one. */
  private static void refuse(List<FieldError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    boolean duplicate =
        errors.stream().allMatch(e -> e.code().equals(GeneralRefusal.DUPLICATE_NAME.code()));
    throw new Refusal(
        duplicate ? GeneralRefusal.DUPLICATE_NAME : GeneralRefusal.INVALID,
        errors.getFirst().message(),
        errors,
        Map.of());
  }

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
