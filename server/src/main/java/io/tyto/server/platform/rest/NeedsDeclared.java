package io.tyto.server.platform.rest;

import io.tyto.server.TytoApplication;
import io.tyto.server.identity.Needs;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start when a REST method does not declare its permission, or one nobody can check. */
@Component
class NeedsDeclared implements SmartInitializingSingleton {
  private static final String OURS = TytoApplication.class.getPackageName() + ".";

  private final RequestMappingHandlerMapping requestMappingHandlerMapping;
  private final NeedsInterceptor interceptor;

  NeedsDeclared(
      RequestMappingHandlerMapping requestMappingHandlerMapping, NeedsInterceptor interceptor) {
    this.requestMappingHandlerMapping = requestMappingHandlerMapping;
    this.interceptor = interceptor;
  }

  static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith(OURS);
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> wrong =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> isOurs(entry.getValue()) && !declared(entry))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "REST methods without a @Needs that can be checked: " + String.join(", ", wrong));
    }
  }

  private boolean declared(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    Needs needs = entry.getValue().getMethodAnnotation(Needs.class);
    return needs != null && (needs.of().isEmpty() || interceptor.knows(needs.of()));
  }
}
