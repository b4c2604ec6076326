package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialInput;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.CredentialType.Kind;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a person entered into values that can be right, or says at each field what cannot. */
final class CredentialRules {
  private static final int NAME_MOST = 100;
  private static final int VALUE_MOST = 2000;
  private static final String INVALID = GeneralRefusal.INVALID.code();
  private final ServiceKeys keys = new ServiceKeys();

  /**
   * @throws Refusal at each field that is missing or wrong
   */
  Values forNew(CredentialType type, CredentialInput input) {
    List<FieldError> errors = new ArrayList<>();
    nameErrors(input.name(), errors);
    Values values = checked(type, input, Values.NONE, errors);
    if (values.secret() == null && !hasErrorAt(errors, ServiceKeys.FIELD)) {
      missing(type.kind().secretField(), errors);
    }
    return done(values, errors);
  }

  /**
   * @param now without a secret
   * @return the values as they are to be; a secret only when a new one was given
   */
  Values forChange(CredentialType type, CredentialInput input, Values now) {
    List<FieldError> errors = new ArrayList<>();
    if (input.name() != null) {
      nameErrors(input.name(), errors);
    }
    if (input.type() != null && input.type() != type) {
      errors.add(
          new FieldError(
              "type", INVALID, "The type of a credential stays. Register a new one instead."));
    }
    return done(checked(type, input, now, errors), errors);
  }

  private Values checked(
      CredentialType type, CredentialInput input, Values now, List<FieldError> errors) {
    boolean keyed = input.serviceKey() != null && input.serviceKey().given();
    Values key =
        keyed && input.serviceKey() != null ? keys.read(type, input.serviceKey()) : Values.NONE;
    Values wanted = key.or(Values.of(input)).or(now);
    String api =
        Addresses.apiUrl(
            wanted.apiUrl(), key.apiUrl() == null ? "apiUrl" : ServiceKeys.FIELD, errors);
    String token =
        type.kind() == Kind.CLIENT
            ? Addresses.tokenUrl(
                wanted.tokenUrl(),
                api,
                key.tokenUrl() == null ? "tokenUrl" : ServiceKeys.FIELD,
                errors)
            : null;
    required(type, wanted, errors);
    tooLong("clientId", wanted.clientId(), errors);
    tooLong("username", wanted.username(), errors);
    tooLong("origin", wanted.origin(), errors);
    boolean user = type.kind() == Kind.USER;
    return new Values(
        type.kind() == Kind.CLIENT ? wanted.clientId() : null,
        user ? wanted.username() : null,
        user ? emptyToNull(wanted.origin()) : null,
        token,
        api,
        wanted.secret());
  }

  private static void required(CredentialType type, Values values, List<FieldError> errors) {
    switch (type.kind()) {
      case CLIENT -> {
        needed("clientId", values.clientId(), errors);
        needed("tokenUrl", values.tokenUrl(), errors);
      }
      case USER -> needed("username", values.username(), errors);
      case TOKEN -> {}
    }
  }

  private static void nameErrors(@Nullable String name, List<FieldError> errors) {
    if (name == null || name.isBlank()) {
      missing("name", errors);
    } else if (name.strip().length() > NAME_MOST) {
      errors.add(new FieldError("name", INVALID, "A name has at most 100 characters."));
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      errors.add(new FieldError("name", INVALID, "A name has no control characters."));
    }
  }

  private static void needed(String field, @Nullable String value, List<FieldError> errors) {
    if (value == null || value.isEmpty()) {
      missing(field, errors);
    }
  }

  private static void missing(String field, List<FieldError> errors) {
    errors.add(new FieldError(field, "required", field + " is needed."));
  }

  private static void tooLong(String field, @Nullable String value, List<FieldError> errors) {
    if (value != null && value.length() > VALUE_MOST) {
      errors.add(new FieldError(field, INVALID, field + " is too long."));
    }
  }

  private static boolean hasErrorAt(List<FieldError> errors, String field) {
    return errors.stream().anyMatch(error -> error.field().equals(field));
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Values done(Values values, List<FieldError> errors) {
    if (!errors.isEmpty()) {
      String message =
          errors.size() == 1
              ? errors.getFirst().message()
              : errors.size() + " fields need attention.";
      throw new Refusal(GeneralRefusal.INVALID, message, errors, Map.of());
    }
    return values;
  }
}
