package io.tyto.server.platform.rest;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts the version of a single resource into {@code ETag}, ready for {@code If-Match}. */
@RestControllerAdvice("io.tyto.server")
class VersionTag implements ResponseBodyAdvice<Object> {
  private static final ClassValue<Optional<RecordComponent>> VERSION =
      new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
          if (type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
              if (part.getName().equals("version") && part.getType() == int.class) {
                part.getAccessor().setAccessible(true);
                return Optional.of(part);
              }
            }
          }
          return Optional.empty();
        }
      };

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body != null && response.getHeaders().getETag() == null) {
      VERSION
          .get(body.getClass())
          .ifPresent(part -> response.getHeaders().setETag("\"" + read(part, body) + "\""));
    }
    return body;
  }

  private static Object read(RecordComponent part, Object body) {
    try {
      return part.getAccessor().invoke(body);
    } catch (ReflectiveOperationException broken) {
      throw new UndeclaredThrowableException(broken);
    }
  }
}
