package io.tyto.server.audit.internal;

import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One spelling for one value: keys sorted, no blanks; so that a hash of the text is a hash of the
 * value.
 */
@Component
class CanonicalJson {
  private final JsonMapper mapper;

  /** Takes the server's spelling of ids and times. */
  CanonicalJson(JsonMapper json) {
    this.mapper =
        json.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.INDENT_OUTPUT)
            .build();
  }

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }
}
