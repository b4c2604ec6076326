package io.tyto.server.platform.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What the document says beside the operations. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  static final String PROBLEM = "Problem";
  private static final String SESSION = "session";
  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(ExpectedVersion.class, PageQuery.class)
        .replaceWithSchema(EnvironmentId.class, new StringSchema())
        .replaceWithSchema(ProjectKey.class, new StringSchema())
        .replaceWithSchema(UserId.class, new StringSchema())
        .replaceWithSchema(WorkItemId.class, new StringSchema())
        .replaceWithSchema(SseEmitter.class, new StringSchema())
        .replaceWithSchema(StreamingResponseBody.class, new StringSchema().format("binary"));
  }

  /** The converter that comes last is asked first. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    ModelResolver resolver = new ModelResolver(mappers.jsonMapper(), new SchemaNames());
    resolver.openapi31(true);
    return resolver;
  }

  @Bean
  OpenAPI document() {
    Components components =
        new Components()
            .addSecuritySchemes(
                SESSION,
                new SecurityScheme()
                    .type(SecurityScheme.Type.APIKEY)
                    .in(SecurityScheme.In.COOKIE)
                    .name("TYTO-SESSION")
                    .description(
                        "Set by POST /api/v1/session. Unsafe calls also carry the value of the"
                            + " cookie XSRF-TOKEN, which GET /api/v1/session sets, in the header"
                            + " X-XSRF-TOKEN; sign-in included. Over https both names begin with"
                            + " __Host-."))
            .addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .description("An API token (tyto_…). It never approves."));
    components.addSchemas(PROBLEM, problem());
    return new OpenAPI()
        .info(
            new Info()
                .title("Tyto")
                .version("1")
                .description("Release management for SAP. Errors are RFC 9457 problems.")
                .license(new License().name("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(components)
        .security(
            List.of(
                new SecurityRequirement().addList(SESSION),
                new SecurityRequirement().addList(TOKEN)))
        .extensions(new TreeMap<>(Map.of("x-tyto-permissions", permissions())));
  }

  /** Who has what an operation's {@code x-tyto-needs} names, so that a client can tell. */
  private static Map<String, Map<String, List<String>>> permissions() {
    Map<String, Map<String, List<String>>> all = new TreeMap<>();
    for (Permission each : Permission.values()) {
      all.put(
          each.name(),
          new TreeMap<>(
              Map.of(
                  "project",
                  each.projectRoles().stream().map(ProjectRole::id).sorted().toList(),
                  "server",
                  each.serverRoles().stream().map(ServerRole::id).sorted().toList())));
    }
    return all;
  }

  /** By hand, because most of it is what the standard says. */
  private static Schema<?> problem() {
    Schema<?> field =
        object(
            "field", text("path in the request"),
            "code", text("stable, kebab-case"),
            "message", text("for a person"),
            "line", number("where in a text, from 1"),
            "column", number("from 1"));
    field.setRequired(List.of("field", "code", "message"));
    Schema<?> errors = new Schema<>().types(Set.of("array")).items(field);
    Schema<?> problem =
        object(
            "type", text("urn:tyto:problem:<code>"),
            "title", text("the status in words"),
            "status", number("the HTTP status"),
            "detail", text("what to do next, for a person"),
            "code", text("stable, kebab-case"),
            "errors", errors);
    problem.setRequired(List.of("type", "title", "status", "detail", "code"));
    problem.setAdditionalProperties(true);
    return problem;
  }

  private static Schema<?> object(Object... namesAndSchemas) {
    Schema<?> schema = new Schema<>().types(Set.of("object"));
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      schema.addProperty((String) namesAndSchemas[i], (Schema<?>) namesAndSchemas[i + 1]);
    }
    return schema;
  }

  private static Schema<?> text(String description) {
    return new Schema<>().types(Set.of("string")).description(description);
  }

  private static Schema<?> number(String description) {
    return new Schema<>().types(Set.of("integer")).description(description);
  }
}
