package io.tyto.server.connections.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tyto.server.connections.ConnectionRefusal;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Setting;
import io.tyto.spi.SettingsException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The settings of one connector: their JSON Schema, made from the record, and what is typed in. */
final class SettingsForm {
  private static final String AT = "settings.";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Class<? extends Record> type;
  private final Map<String, Object> json;
  private final Schema schema;

  SettingsForm(Class<? extends Record> type) {
    this.type = type;
    this.json = schemaOf(type);
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.valueToTree(json));
  }

  Map<String, Object> schema() {
    return json;
  }

  /**
   * The settings with defaults filled in and empty ones left out.
   *
   * @throws Refusal naming each wrong field
   */
  Map<String, Object> validated(Map<String, Object> given) {
    Map<String, Object> filled = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      Object stripped = value instanceof String text ? text.strip() : value;
      if (stripped != null && !"".equals(stripped)) {
        filled.put(name, stripped);
      }
    });
    for (RecordComponent part : type.getRecordComponents()) {
      Setting setting = setting(part);
      if (!setting.defaultValue().isEmpty()) {
        filled.putIfAbsent(part.getName(), typed(part, setting.defaultValue()));
      }
    }
    List<FieldError> errors = new ArrayList<>();
    schema.validate(JSON.valueToTree(filled)).forEach(error -> errors.add(fieldError(error)));
    for (RecordComponent part : type.getRecordComponents()) {
      if (setting(part).format().equals("uri")
          && filled.get(part.getName()) instanceof String url) {
        addressErrors(part, url, errors);
      }
    }
    if (!errors.isEmpty()) {
      throw new Refusal(
          ConnectionRefusal.INVALID_SETTINGS, errors.getFirst().message(), errors, Map.of());
    }
    read(filled);
    return filled;
  }

  /**
   * @throws Refusal when they do not fit the record
   */
  Record read(Map<String, Object> settings) {
    try {
      return refusing(() -> JSON.convertValue(settings, type));
    } catch (JacksonException e) {
      if (e.getCause() instanceof SettingsException wrong) {
        throw refused(wrong);
      }
      throw new Refusal(ConnectionRefusal.INVALID_SETTINGS, "The settings cannot be read.");
    }
  }

  /** Turns what a connector says about its settings into a refusal at the field. */
  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (SettingsException wrong) {
      throw refused(wrong);
    }
  }

  private static Refusal refused(SettingsException wrong) {
    return Refusal.at(
        AT + wrong.field(), ConnectionRefusal.INVALID_SETTINGS, String.valueOf(wrong.getMessage()));
  }

  private static Map<String, Object> schemaOf(Class<? extends Record> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      Setting setting = setting(part);
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("type", jsonType(part));
      property.put("title", setting.title());
      if (!setting.description().isEmpty()) {
        property.put("description", setting.description());
      }
      if (setting.in().length > 0) {
        property.put("x-in", inLanguages(setting));
      }
      if (!setting.format().isEmpty()) {
        property.put("format", setting.format());
      }
      if (setting.oneOf().length > 0) {
        property.put("enum", List.of(setting.oneOf()));
      }
      if (!setting.defaultValue().isEmpty()) {
        property.put("default", typed(part, setting.defaultValue()));
      }
      if (setting.required()) {
        required.add(part.getName());
      }
      properties.put(part.getName(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> inLanguages(Setting setting) {
    Map<String, Object> languages = new LinkedHashMap<>();
    for (Setting.In words : setting.in()) {
      languages.put(
          words.language(), Map.of("title", words.title(), "description", words.description()));
    }
    return languages;
  }

  private static Setting setting(RecordComponent part) {
    Setting setting = part.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("Settings must carry @Setting: " + part);
    }
    return setting;
  }

  private static String jsonType(RecordComponent part) {
    Class<?> type = part.getType();
    if (type == String.class || type.isEnum()) {
      return "string";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "integer";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    throw new IllegalStateException("Settings are texts, integers and booleans: " + part);
  }

  private static Object typed(RecordComponent part, String text) {
    return switch (jsonType(part)) {
      case "integer" -> Long.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private static FieldError fieldError(Error error) {
    String name =
        error.getProperty() != null
            ? error.getProperty()
            : String.valueOf(error.getInstanceLocation()).replaceFirst("^[$/.]+", "");
    String message =
        switch (error.getKeyword()) {
          case "required" -> name + " is needed.";
          case "additionalProperties" -> "There is no setting '" + name + "'.";
          default -> name + " " + withoutPlace(String.valueOf(error.getMessage())) + ".";
        };
    String code = "required".equals(error.getKeyword()) ? "required" : "invalid-settings";
    return new FieldError(AT + name, code, message);
  }

  private static String withoutPlace(String message) {
    int colon = message.startsWith("/") || message.startsWith("$") ? message.indexOf(": ") : -1;
    return colon < 0 ? message : message.substring(colon + 2);
  }

  private static void addressErrors(RecordComponent part, String url, List<FieldError> errors) {
    String field = AT + part.getName();
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      errors.add(addressError(field));
      return;
    }
    errors.add(addressError(field));
  }

  private static FieldError addressError(String field) {
    return new FieldError(
        field,
        ConnectionRefusal.INVALID_SETTINGS.code(),
        "This must be an address like https://host, without user name and password.");
  }
}
