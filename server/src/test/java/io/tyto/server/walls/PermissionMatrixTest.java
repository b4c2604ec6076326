package io.tyto.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Api;
import io.tyto.server.testing.Committed;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Probe;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls every REST method as everybody, over HTTP, and compares with the committed table. */
@TytoTest
class PermissionMatrixTest {
  private final Tyto tyto;
  private final RequestMappingHandlerMapping requestMappingHandlerMapping;

  PermissionMatrixTest(Tyto tyto, RequestMappingHandlerMapping requestMappingHandlerMapping) {
    this.tyto = tyto;
    this.requestMappingHandlerMapping = requestMappingHandlerMapping;
  }

  @Test
  void isTheCommittedTable() {
    TestProject own = tyto.project();
    TestProject foreign = tyto.project();
    Map<String, Api> callers = callers(own, foreign);
    StringBuilder table =
        new StringBuilder("method,path,needs," + String.join(",", callers.keySet()));
    for (Endpoint endpoint : endpoints()) {
      table.append('\n').append(endpoint.row());
      callers.forEach((who, api) -> table.append(',').append(verdict(endpoint, api, own)));
    }
    Committed.compare("src/test/resources/permissions.csv", table.append('\n').toString());
  }

  @Test
  void opensNothingButTheDoorToAnonymousCallers() {
    assertThat(endpoints())
        .filteredOn(endpoint -> endpoint.needs() == Permission.ANYONE)
        .extracting(Endpoint::path)
        .allMatch(path ->
            path.startsWith("/hooks/")
                || List.of("/api/v1/session", "/api/v1/ping", "/error").contains(path));
  }

  private Map<String, Api> callers(TestProject own, TestProject foreign) {
    Map<String, Api> callers = new LinkedHashMap<>();
    callers.put("anonymous", tyto.anonymous());
    callers.put("stranger", tyto.person().api());
    for (ProjectRole role : ProjectRole.values()) {
      callers.put(role.id(), own.member(role.id()).api());
    }
    callers.put("foreign-project-admin", foreign.admin().api());
    callers.put("auditor", tyto.person("auditor").api());
    callers.put("admin", tyto.person("admin").api());
    Person owner = own.member("release-manager");
    String token = owner.api().post("/tokens", Map.of("name", "t")).expect(201).get("token");
    callers.put("release-manager-token", tyto.token(token));
    callers.values().forEach(api -> api.get("/session"));
    return callers;
  }

  private static String verdict(Endpoint endpoint, Api api, TestProject own) {
    Answer answer =
        api.send(
            endpoint.method(),
            "/" + endpoint.address(own.key()),
            endpoint.method().equals("GET") ? null : endpoint.body(),
            request -> {
              request.setHeader(Probe.HEADER, "1");
              if (!endpoint.method().equals("GET")) {
                request.setHeader("Content-Type", endpoint.contentType());
              }
              return request;
            });
    assertThat(answer.status())
        .as("%s %s answered %s", endpoint.method(), endpoint.path(), answer.text())
        .isIn(Probe.LET_THROUGH, 401, 403, 404);
    return answer.status() == Probe.LET_THROUGH ? "yes" : String.valueOf(answer.status());
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> found = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          Needs needs = method.getMethodAnnotation(Needs.class);
          if (needs != null) {
            mapping
                .getPatternValues()
                .forEach(path -> found.addAll(Endpoint.of(mapping, method, path, needs)));
          }
        });
    found.sort(Comparator.comparing(Endpoint::row));
    return found;
  }

  private record Endpoint(
      String method, String path, String contentType, Permission needs, boolean byId) {

    static List<Endpoint> of(
        RequestMappingInfo mapping, HandlerMethod handler, String path, Needs needs) {
      List<String> types =
          mapping.getConsumesCondition().getConsumableMediaTypes().stream()
              .map(Object::toString)
              .toList();
      return mapping.getMethodsCondition().getMethods().stream()
          .map(method ->
              new Endpoint(
                  method.name(),
                  path,
                  types.isEmpty() ? "application/json" : types.getFirst(),
                  needs.value(),
                  !needs.of().isEmpty()))
          .toList();
    }

    String row() {
      String of = contentType.equals("application/json") ? "" : " " + contentType;
      return method + of + "," + path + "," + needs;
    }

    String address(String key) {
      return path.replace("{key}", key)
          .replace("{id}", byId ? Probe.idIn(key) : "x")
          .replaceAll("\\{[^}]*}", "x");
    }

    String body() {
      return contentType.startsWith("multipart/")
          ? "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nx\r\n--b--\r\n"
          : "{}";
    }

    @Override
    public String contentType() {
      return contentType.startsWith("multipart/") ? contentType + "; boundary=b" : contentType;
    }
  }
}
