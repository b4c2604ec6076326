package io.tyto.server.platform.rest;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectOf;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a call through to its method when the caller has the permission that {@link Needs} names.
 */
@Component
class NeedsInterceptor implements HandlerInterceptor {
  private final Access access;
  private final Map<String, ProjectOf> finders;

  NeedsInterceptor(Access access, List<ProjectOf> finders) {
    this.access = access;
    this.finders =
        finders.stream().collect(Collectors.toMap(ProjectOf::resource, Function.identity()));
  }

  boolean knows(String resource) {
    return finders.containsKey(resource);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The end of a stream is dispatched again; it was let through when it began.
    if (request.getDispatcherType() != DispatcherType.ASYNC
        && handler instanceof HandlerMethod method) {
      Needs needs = method.getMethodAnnotation(Needs.class);
      if (needs != null) {
        check(needs, request);
      } else if (NeedsDeclared.isOurs(method)) {
        throw new IllegalStateException(method + " does not declare what it needs.");
      }
    }
    return true;
  }

  private void check(Needs needs, HttpServletRequest request) {
    Permission permission = needs.value();
    if (permission == Permission.ANYONE) {
      return;
    }
    Actor caller = access.caller();
    if (permission == Permission.SIGNED_IN) {
      return;
    }
    Map<String, String> variables = variables(request);
    String key = variables.get("key");
    if (!needs.of().isEmpty()) {
      access.require(caller.id(), permission, projectOf(needs.of(), variables.get("id")));
    } else if (key != null) {
      access.require(caller.id(), permission, new ProjectKey(key));
    } else if (!access.may(caller.id(), permission)) {
      throw new Refusal(
          GeneralRefusal.FORBIDDEN,
          "You have no role that may do this (%s). Ask an administrator."
              .formatted(permission.words()));
    }
  }

  private ProjectKey projectOf(String resource, @Nullable String id) {
    ProjectOf finder = finders.get(resource);
    if (finder == null || id == null) {
      throw new IllegalStateException("Nothing finds the project of a " + resource);
    }
    return finder
        .projectOf(id)
        .orElseThrow(() ->
            new Refusal(GeneralRefusal.NOT_FOUND, "There is no %s %s.".formatted(resource, id)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> variables(HttpServletRequest request) {
    Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return found == null ? Map.of() : (Map<String, String>) found;
  }
}
