package io.tyto.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Committed;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@TytoTest
class OpenApiTest {
  private final Tyto tyto;

  OpenApiTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void isTheCommittedDocument() {
    JsonMapper pretty =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    Object document =
        pretty.readValue(tyto.anonymous().get("//openapi.json").expect(200).bytes(), Object.class);
    Committed.compare("openapi.json", pretty.writeValueAsString(document) + "\n");
  }

  @Test
  void namesEveryOperationOnceAndForEver() {
    List<String> ids = new ArrayList<>();
    List<String> anyTypes = new ArrayList<>();
    for (var path : document().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        ids.add(operation.getValue().path("operationId").asString());
        if (operation.getValue().toString().contains("\"*/*\"")) {
          anyTypes.add(path.getKey());
        }
      }
    }
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"), "stable");
    assertThat(anyTypes).as("operations that do not say what they answer").isEmpty();
  }

  @Test
  void describesProblemsAndBothWaysToSignIn() {
    JsonNode document = document();
    assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
        .contains("code", "errors", "detail");
    assertThat(document.at("/components/securitySchemes").propertyNames())
        .containsExactlyInAnyOrder("session", "token");
    assertThat(document.at("/paths/~1api~1v1~1ping/get/security")).isEmpty();
    JsonNode change = document.at("/paths/~1api~1v1~1projects~1{key}/patch");
    assertThat(change.path("parameters").findValuesAsString("name")).contains("key", "If-Match");
    assertThat(change.at("/responses/default/content").propertyNames())
        .containsExactly("application/problem+json");
  }

  @Test
  void tellsWhatMayBeNull() {
    JsonNode user = document().at("/components/schemas/UserResponse");
    assertThat(user.path("required").toString()).contains("displayName").doesNotContain("email");
    assertThat(user.at("/properties/email/type").toString()).contains("null");
  }

  private JsonNode document() {
    return tyto.anonymous().get("//openapi.json").expect(200).json();
  }
}
