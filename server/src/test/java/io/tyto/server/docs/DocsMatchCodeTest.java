package io.tyto.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.credentials.CredentialType;
import io.tyto.server.pipelines.RunRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What documents repeat of the code is what the code says. */
class DocsMatchCodeTest {
  private static final Path ROOT = root();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(TYTO_[A-Z_]+):([^}]*)}");
  private static final Pattern GATE =
      Pattern.compile("String code\\(\\) \\{\\s+return \"([a-z-]+)\";");

  @Test
  void readmeListsTheSettingsOfTheApplicationWithTheirDefaults() {
    Map<String, String> settings = new TreeMap<>();
    PLACEHOLDER
        .matcher(read("server/src/main/resources/application.yml"))
        .results()
        .forEach(found -> settings.put(found.group(1), found.group(2)));
    Map<String, String> described = new TreeMap<>();
    rows("README.md", "TYTO_[A-Z_]+")
        .forEach(row -> described.put(row.get(0), row.get(1).replace("`", "")));
    assertThat(described).isEqualTo(settings);
  }

  @Test
  void pipelinesPageListsTheTaskKindsOfTheSchemaWithTheirParameters() {
    JsonNode schema =
        JsonMapper.shared().readTree(read("server/src/main/resources/pipelines/schema.json"));
    Map<String, List<String>> kinds = new TreeMap<>();
    schema.at("/$defs/task/properties").propertyNames().stream()
        .filter(kind -> !kind.equals("name"))
        .forEach(kind -> kinds.put(kind, parameters(schema, kind)));
    Map<String, List<String>> described = new TreeMap<>();
    rowsUnder("docs/how-to/pipelines.md", "## Task kinds")
        .forEach(row -> described.put(row.get(0), words(row.get(1))));
    assertThat(described).isEqualTo(kinds);
  }

  @Test
  void pipelinesPageListsTheGates() throws IOException {
    Path gates = ROOT.resolve("server/src/main/java/io/tyto/server/pipelines/gate");
    try (Stream<Path> files = Files.list(gates)) {
      List<String> codes =
          files
              .filter(file -> file.toString().endsWith("Gate.java"))
              .flatMap(file -> GATE.matcher(read(ROOT.relativize(file).toString())).results())
              .map(found -> found.group(1))
              .toList();
      assertThat(firsts(rowsUnder("docs/how-to/pipelines.md", "## Gates")))
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  @Test
  void pipelinesPageListsTheRefusalsOfRuns() {
    List<String> described =
        firsts(rowsUnder("docs/how-to/pipelines.md", "Refusals of runs and their codes:"));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RunRefusal.values()).map(RunRefusal::code).toList());
  }

  @Test
  void connectorPageListsTheCredentialTypes() {
    List<String> described =
        firsts(rowsUnder("docs/how-to/add-a-connector.md", "the types of this version:"));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CredentialType.values()).map(CredentialType::id).toList());
  }

  @Test
  void architectureListsTheModulesWithWhatTheyMayUse() throws IOException {
    Map<String, List<String>> modules = new TreeMap<>();
    Pattern allowed = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");
    try (Stream<Path> folders = Files.list(ROOT.resolve("server/src/main/java/io/tyto/server"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String info = read(ROOT.relativize(folder).resolve("package-info.java").toString());
        allowed
            .matcher(info)
            .results()
            .forEach(
                found -> modules.put(folder.getFileName().toString(), names(found.group(1), "\"")));
      }
    }
    Map<String, List<String>> described = new TreeMap<>();
    rowsUnder("ARCHITECTURE.md", "Inside the server Spring Modulith")
        .forEach(row -> described.put(row.get(0), names(row.get(2), "")));
    assertThat(described).isEqualTo(modules);
  }

  private static List<String> names(String list, String quote) {
    return Arrays.stream(list.replace(quote, "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equals("kernel"))
        .sorted()
        .toList();
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() throws IOException {
    Pattern link = Pattern.compile("]\\(([^)#:]+)\\)");
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      List<Path> pages =
          Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList();
      assertThat(pages).hasSizeGreaterThan(8);
      for (Path page : pages) {
        for (MatchResult found :
            link.matcher(read(ROOT.relativize(page).toString())).results().toList()) {
          assertThat(page.resolveSibling(found.group(1))).as("in %s", page).exists();
        }
      }
    }
  }

  private static List<String> parameters(JsonNode schema, String kind) {
    return schema.at("/$defs/" + kind + "/properties").propertyNames().stream()
        // Every kind may be given a name; only a message has one of its own.
        .filter(name -> !name.equals("name") || kind.equals("wait-for-message"))
        .toList();
  }

  private static List<String> firsts(List<List<String>> rows) {
    return rows.stream().map(List::getFirst).toList();
  }

  private static List<String> words(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(one -> one.group(1)).toList();
  }

  /** Rows of the first table below a line; the first cell without its back-ticks. */
  private static List<List<String>> rowsUnder(String page, String line) {
    String text = read(page);
    int at = text.indexOf(line);
    assertThat(at).as("\"%s\" in %s", line, page).isNotNegative();
    List<String> table =
        text.substring(at)
            .lines()
            .dropWhile(each -> !each.startsWith("|"))
            .takeWhile(each -> each.startsWith("|"))
            .skip(2)
            .toList();
    return table.stream().map(DocsMatchCodeTest::cells).toList();
  }

  private static List<List<String>> rows(String page, String first) {
    return read(page)
        .lines()
        .filter(line -> line.matches("\\| `" + first + "` \\|.*"))
        .map(DocsMatchCodeTest::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    List<String> cells =
        Arrays.stream(row.substring(1).split("\\|", -1)).map(String::strip).toList();
    return Stream.concat(
            Stream.of(cells.getFirst().replace("`", "")), cells.subList(1, cells.size()).stream())
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("server/pom.xml"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("the folder of all modules").isNotNull();
    return folder;
  }
}
