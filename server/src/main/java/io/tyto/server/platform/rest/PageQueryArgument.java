package io.tyto.server.platform.rest;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=&cursor=&count=}. */
class PageQueryArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public PageQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new PageQuery(
        number(request.getParameter("limit")),
        blankToNull(request.getParameter("cursor")),
        flag(request.getParameter("count")));
  }

  private static @Nullable Integer number(@Nullable String text) {
    if (blankToNull(text) == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      throw Refusal.at("limit", GeneralRefusal.INVALID, "limit must be a number from 1 to 500.");
    }
  }

  private static @Nullable Boolean flag(@Nullable String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    return switch (given) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.at("count", GeneralRefusal.INVALID, "count must be true or false.");
    };
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
