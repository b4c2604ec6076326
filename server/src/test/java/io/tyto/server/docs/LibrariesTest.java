package io.tyto.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every library that is shipped has a decision that says why, and every decision has its library.
 */
class LibrariesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> SHIPPED =
      List.of("server", "connector-kit", "connectors", "spi", "simulator", "embedded-postgres");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");

  /** What helps to build is not shipped. */
  private static final Pattern PLUGIN = Pattern.compile("(?s)<plugin>.*?</plugin>");

  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void theDecisionOnJavaLibrariesNamesWhatThePomsShip() throws IOException {
    assertThat(decided("docs/adr/0006-libraries.md")).isEqualTo(shipped());
  }

  @Test
  void theDecisionOnThePageNamesWhatThePageShips() throws IOException {
    Set<String> packages =
        new TreeSet<>(
            JsonMapper.shared()
                .readTree(ROOT.resolve("web/package.json"))
                .get("dependencies")
                .propertyNames());
    assertThat(decided("docs/adr/0007-the-page.md")).isEqualTo(packages);
  }

  private static Set<String> shipped() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path pom : poms()) {
      String shipped = PLUGIN.matcher(Files.readString(pom)).replaceAll("");
      Matcher each = DEPENDENCY.matcher(shipped);
      while (each.find()) {
        String text = each.group(1);
        if (!text.contains("<groupId>io.tyto</groupId>") && !text.contains("<scope>test</scope>")) {
          Matcher artifact = ARTIFACT.matcher(text);
          artifact.find();
          found.add(artifact.group(1));
        }
      }
    }
    return found;
  }

  private static List<Path> poms() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : SHIPPED) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder), 2)) {
        files.filter(file -> file.endsWith("pom.xml")).forEach(found::add);
      }
    }
    return found;
  }

  /** The names in the first column. */
  private static Set<String> decided(String document) throws IOException {
    return Files.readAllLines(ROOT.resolve(document)).stream()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> NAME.matcher(line.split("\\|")[1]).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
