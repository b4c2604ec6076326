package io.tyto.server.testing;

import io.tyto.server.identity.ProjectOf;
import io.tyto.server.kernel.ProjectKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a test knock at a REST method without running it: who would be let through? */
@TestConfiguration(proxyBeanMethods = false)
public class Probe implements WebMvcConfigurer {
  public static final String HEADER = "X-Tyto-Test-Probe";
  public static final int LET_THROUGH = 299;
  private static final String ID = "probe-in-";

  /** The id of something in that project, whatever it is. */
  public static String idIn(String key) {
    return ID + key;
  }

  /** After every other interceptor, so that only callers with permission arrive. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (request.getHeader(HEADER) == null) {
                  return true;
                }
                response.setStatus(LET_THROUGH);
                return false;
              }
            })
        .order(Integer.MAX_VALUE);
  }

  @Bean
  static BeanPostProcessor probesHaveAProject() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ProjectOf finder ? new WithProbes(finder) : bean;
      }
    };
  }

  private record WithProbes(ProjectOf finder) implements ProjectOf {
    @Override
    public String resource() {
      return finder.resource();
    }

    @Override
    public Optional<ProjectKey> projectOf(String id) {
      return id.startsWith(ID)
          ? Optional.of(new ProjectKey(id.substring(ID.length())))
          : finder.projectOf(id);
    }
  }
}
