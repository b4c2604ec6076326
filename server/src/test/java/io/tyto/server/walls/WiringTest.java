package io.tyto.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.TytoTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;

/** Beans are made when they are first needed, so a missing one would hide until somebody calls. */
@TytoTest
class WiringTest {
  private final ConfigurableApplicationContext context;

  WiringTest(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Test
  void hasEverythingThatOurBeansNeed() {
    Map<String, String> broken = new TreeMap<>();
    for (String name : context.getBeanFactory().getBeanDefinitionNames()) {
      String type =
          String.valueOf(context.getBeanFactory().getBeanDefinition(name).getBeanClassName());
      if (type.startsWith("io.tyto") || name.startsWith("io.tyto")) {
        try {
          context.getBean(name);
        } catch (BeansException missing) {
          broken.put(name, String.valueOf(missing.getMostSpecificCause().getMessage()));
        }
      }
    }
    assertThat(broken).isEmpty();
  }
}
