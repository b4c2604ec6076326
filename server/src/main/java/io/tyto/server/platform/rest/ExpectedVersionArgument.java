package io.tyto.server.platform.rest;

import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code If-Match: "<version>"}; the quotes and a weak mark may be left out. */
class ExpectedVersionArgument implements HandlerMethodArgumentResolver {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(?:\"(\\d{1,9})\"|(\\d{1,9}))");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ExpectedVersion.class;
  }

  @Override
  public ExpectedVersion resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null || header.isBlank()) {
      throw new Refusal(
          GeneralRefusal.IF_MATCH_REQUIRED,
          "Send the version you have seen as header If-Match: \"<version>\".");
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw Refusal.at(
          "If-Match", GeneralRefusal.INVALID, "If-Match must be one version: \"<version>\".");
    }
    return new ExpectedVersion(
        Integer.parseInt(tag.group(1) != null ? tag.group(1) : tag.group(2)));
  }
}
