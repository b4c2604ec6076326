package io.tyto.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import io.tyto.spi.Descriptor;
import io.tyto.spi.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every connector keeps to. */
public abstract class ConnectorContract<S extends Record> {

  protected abstract Connector<S> connector();

  /** A way to a system that works. */
  protected abstract Connection<S> connection();

  static Stream<Answering> brokenSides() {
    return Answering.all();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Connector.class))
        .anyMatch(found -> found.getClass() == connector().getClass());
  }

  @Test
  void describesItself() {
    Descriptor<S> descriptor = connector().descriptor();
    assertThat(descriptor).isEqualTo(connector().descriptor());
    assertThat(descriptor.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(descriptor.displayName()).isNotBlank();
    assertThat(descriptor.credentialTypes()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(descriptor.deliverableKinds())
        .allSatisfy(kind -> {
          assertThat(kind.id()).matches("[a-z][a-z0-9-]*");
          assertThat(kind.tabTitle()).isNotBlank();
        });
    assertThat(descriptor.checks()).extracting(Descriptor.CheckKind::id).doesNotHaveDuplicates();
  }

  @Test
  void explainsEverySettingAndKeepsNoSecretInOne() {
    RecordComponent[] components = connector().descriptor().settings().getRecordComponents();
    assertThat(components)
        .allSatisfy(component -> {
          Setting setting = component.getAnnotation(Setting.class);
          assertThat(setting).as("@Setting on %s", component.getName()).isNotNull();
          assertThat(setting.title()).isNotBlank();
          assertThat(component.getName().toLowerCase(Locale.ROOT))
              .doesNotContain("password", "secret", "token");
          if (!setting.defaultValue().isEmpty() && setting.oneOf().length > 0) {
            assertThat(Arrays.asList(setting.oneOf())).contains(setting.defaultValue());
          }
        });
  }

  @Test
  void passesItsCheckOnASystemThatWorks() {
    CheckReport report = connector().check(connection());
    assertThat(report.probes()).isNotEmpty();
    assertThat(report.passed()).as("%s", report.probes()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("brokenSides")
  void reportsInsteadOfThrowing(Answering broken) {
    CheckReport report = connector().check(broken.in(connection()));
    assertThat(report.passed()).as("%s", report.probes()).isFalse();
    assertThat(report.probes())
        .allSatisfy(probe -> {
          assertThat(probe.name()).matches("[a-z][a-z0-9-]*");
          assertThat(probe.message()).isNotBlank();
        });
  }
}
