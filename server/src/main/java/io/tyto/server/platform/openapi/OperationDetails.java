package io.tyto.server.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.PageQuery;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what the conventions say: permission, version, page, problems. */
@Component
class OperationDetails implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    String topic = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
    operation.setTags(List.of(topic));
    operation.setOperationId(id(method.getMethod().getName(), topic));
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs != null) {
      operation.addExtension("x-tyto-needs", needs.value().name());
      if (needs.value() == Permission.ANYONE) {
        operation.setSecurity(List.of());
      }
    }
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType() == ExpectedVersion.class) {
        operation.addParametersItem(ifMatch());
      } else if (parameter.getParameterType() == PageQuery.class) {
        page().forEach(operation::addParametersItem);
      }
    }
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(
                                    new Schema<>()
                                        .$ref(
                                            "#/components/schemas/"
                                                + OpenApiConfiguration.PROBLEM)))));
    return operation;
  }

  /** A method that is called by a verb alone is told apart by its controller: listCredential. */
  private static String id(String method, String topic) {
    return method.chars().anyMatch(Character::isUpperCase) ? method : method + topic;
  }

  private static Parameter ifMatch() {
    return new Parameter()
        .in("header")
        .name("If-Match")
        .required(true)
        .description("The version seen: \"<version>\"")
        .schema(new StringSchema());
  }

  private static List<Parameter> page() {
    return List.of(
        new Parameter()
            .in("query")
            .name("limit")
            .schema(
                new IntegerSchema()
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(500))
                    ._default(100)),
        new Parameter()
            .in("query")
            .name("cursor")
            .description("nextCursor of the page before")
            .schema(new StringSchema()),
        new Parameter()
            .in("query")
            .name("count")
            .description("Adds total")
            .schema(new BooleanSchema()));
  }
}
