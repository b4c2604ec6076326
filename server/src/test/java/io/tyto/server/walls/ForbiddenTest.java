package io.tyto.server.walls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForbiddenTest {
  private static final List<Class<?>> CLOCKS =
      List.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  private static final Set<String> XML_FACTORIES =
      Set.of(
          "javax.xml.parsers.DocumentBuilderFactory",
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.stream.XMLInputFactory",
          "javax.xml.transform.TransformerFactory",
          "javax.xml.validation.SchemaFactory",
          "javax.xml.xpath.XPathFactory");

  /** Kinds of secrets, which happen to be called like the vendor's product they open. */
  private static final Set<String> MAY_NAME_VENDORS = Set.of("CredentialType.java");

  @Test
  void asksNoClockButTheInjectedOne() {
    for (Class<?> clock : CLOCKS) {
      noClasses()
          .should()
          .callMethod(clock, "now")
          .because("time is an argument, so that years can be tested in minutes")
          .check(Code.SERVER);
    }
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .because("time is an argument, so that years can be tested in minutes")
        .check(Code.SERVER);
  }

  @Test
  void revealsSecretsOnlyWhereConnectionsAreMade() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage("io.tyto.server.connections..", "io.tyto.server.credentials..")))
        .should()
        .callMethodWhere(target(name("reveal")).and(target(owner(simpleName("Secret")))))
        .because("a secret goes to the host it was saved for and to nowhere else")
        .check(Code.SERVER);
  }

  @Test
  void knowsNoConnectorAndNoSimulator() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.tyto.connector..", "io.tyto.simulator..")
                .and(DescribedPredicate.not(resideInAnyPackage("io.tyto.connector.kit.."))))
        .because("a new connector is a new folder and no change here; a simulator is no truth")
        .check(Code.SERVER);
  }

  @Test
  void namesNoConnector() throws IOException {
    Pattern literal =
        Pattern.compile("\"(sap-cloud-alm|cpi|ctms|abap|gcts|cloud-foundry|sap-cpi|sap-ctms)\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/tyto/server"))) {
      List<String> naming =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !MAY_NAME_VENDORS.contains(file.getFileName().toString()))
              .filter(file -> literal.matcher(text(file)).find())
              .map(Path::toString)
              .toList();
      assertThat(naming).as("a switch on a vendor's name belongs into its connector").isEmpty();
    }
  }

  @Test
  void parsesXmlThroughTheOneHardenedFactory() {
    DescribedPredicate<JavaClass> factory =
        DescribedPredicate.describe("XML factory", one -> XML_FACTORIES.contains(one.getName()));
    DescribedPredicate<JavaCall<?>> made =
        target(owner(factory))
            .and(DescribedPredicate.describe("made", call -> call.getName().startsWith("new")));
    noClasses()
        .that(DescribedPredicate.not(simpleName("SafeXml")))
        .should()
        .callMethodWhere(made)
        .because("a factory as the JDK makes it reads files and hosts that a document names")
        .check(Code.SERVER_AND_CONNECTORS);
  }

  @Test
  void writesNothingToTheConsole() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ReadyLine")
        .should()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "out")
        .because("the log knows levels, formats and secrets")
        .check(Code.SERVER);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
