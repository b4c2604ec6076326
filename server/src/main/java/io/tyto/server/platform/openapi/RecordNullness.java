package io.tyto.server.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each member of a record what Java says: there, or perhaps null. */
@Component
class RecordNullness implements ModelConverter {
  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord()) {
      Schema<?> defined = defined(resolved, context);
      if (defined != null && defined.getProperties() != null) {
        mark(defined, raw);
      }
    }
    return resolved;
  }

  private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
  }

  private static void mark(Schema<?> schema, Class<?> record) {
    List<String> required = new ArrayList<>();
    Map<String, Schema> members = new LinkedHashMap<>(schema.getProperties());
    for (RecordComponent member : record.getRecordComponents()) {
      Schema<?> property = members.get(member.getName());
      if (property == null) {
        continue;
      }
      if (member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        members.put(member.getName(), orNull(property));
      } else {
        required.add(member.getName());
      }
    }
    schema.setProperties(members);
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      Schema<?> nothing = new Schema<>();
      nothing.addType("null");
      Schema<Object> either = new Schema<>();
      either.setAnyOf(List.of(new Schema<>().$ref(schema.get$ref()), nothing));
      return either;
    }
    if (schema.getTypes() != null) {
      schema.addType("null");
    }
    return schema;
  }
}
