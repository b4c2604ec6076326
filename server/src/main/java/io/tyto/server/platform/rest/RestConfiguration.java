package io.tyto.server.platform.rest;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the conventions into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {
  private final NeedsInterceptor needs;

  RestConfiguration(NeedsInterceptor needs) {
    this.needs = needs;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(needs);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ExpectedVersionArgument());
    resolvers.add(new PageQueryArgument());
  }

  /** Typed ids are plain strings outside. */
  @Bean
  static JsonMapperBuilderCustomizer idsAsStrings() {
    return builder -> {
      List.of(EnvironmentId.class, ProjectKey.class, UserId.class, WorkItemId.class)
          .forEach(id -> builder.addMixIn(id, IdAsString.class));
      builder.addMixIn(Page.class, PageWithTotalWhenAsked.class);
    };
  }
}
